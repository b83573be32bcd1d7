using System.ComponentModel.DataAnnotations;

namespace Graph.Worker.Inbox;

/// <summary>The durable inbox; section <c>Graph:Inbox</c>.</summary>
public sealed class InboxOptions
{
    /// <summary>Ledger file. The default is <c>data/inbox.db</c>, from the working directory.</summary>
    [Required]
    public string Path { get; set; } = "data/inbox.db";

    /// <summary>Reserved for the address of a broker that several workers share. There is no such inbox yet: any value is refused, lest it be silently without effect.</summary>
    public string? RabbitMq { get; set; }

    /// <summary>How often an article is tried before it is given up. 1 to 100; the default is 5.</summary>
    [Range(1, 100)]
    public int MaximumAttempts { get; set; } = 5;

    /// <summary>Seconds to wait before the second try, doubled before each further one. 0 to 3,600; the default is 2.</summary>
    [Range(0.0, 3600.0)]
    public double RetrySeconds { get; set; } = 2;
}
