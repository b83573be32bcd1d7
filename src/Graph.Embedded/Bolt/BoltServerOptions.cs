using System.ComponentModel.DataAnnotations;
using System.Net;
using Graph.Embedded.Bolt.Tls;

namespace Graph.Embedded.Bolt;

/// <summary>How a Bolt server listens and what it lets clients do; checked by <see cref="BoltServer.StartAsync"/>.</summary>
public sealed record BoltServerOptions
{
    private const string Second = "00:00:01";

    /// <summary>Address and port to listen at; port 0 takes a free one. The default is 127.0.0.1:7687. An address that other machines reach needs a <see cref="Password"/>.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 7687);

    /// <summary>Password of the user <c>neo4j</c>, the only one there is; none lets everybody in, which only a loopback address allows. The default is none.</summary>
    public string? Password { get; init; }

    /// <summary>Certificate for TLS; none, the default, serves without.</summary>
    public BoltTlsOptions? Tls { get; init; }

    /// <summary>Host and port that clients are told to route to, where they do not say how they came. The default is the address listened at.</summary>
    public string? AdvertisedAddress { get; init; }

    /// <summary>Origins of web pages that may connect by WebSocket, such as <c>https://browser.example</c>. None, the default, allows any with a password, and without one those served from this machine.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Connections open at once, 1 to 10,000; further ones are closed at once. The default is 256.</summary>
    [Range(1, 10_000)]
    public int MaxConnections { get; init; } = 256;

    /// <summary>Longest message of a client that has logged in, 64 KiB to 1 GiB. The default is 64 MiB.</summary>
    [Range(1 << 16, 1 << 30)]
    public int MaxMessageBytes { get; init; } = 1 << 26;

    /// <summary>Longest message of a client that has not logged in, 1 KiB to 1 MiB. The default is 16 KiB.</summary>
    [Range(1 << 10, 1 << 20)]
    public int MaxUnauthenticatedMessageBytes { get; init; } = 1 << 14;

    /// <summary>Messages of one client that may wait for their turn, 2 to 100,000; then its bytes wait in the network. The default is 1,000.</summary>
    [Range(2, 100_000)]
    public int MaxWaitingMessages { get; init; } = 1_000;

    /// <summary>Time to log in, 1 s to 1 h. The default is 30 s.</summary>
    [Range(typeof(TimeSpan), Second, "01:00:00")]
    public TimeSpan UnauthenticatedTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time without a message, or with a reply that the client does not take, after which a connection is closed; 1 s to 7 days. The default is 1 hour.</summary>
    [Range(typeof(TimeSpan), Second, "7.00:00:00")]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Time without a message after which an open transaction is rolled back, 1 s to 7 days. The default is 10 minutes.</summary>
    [Range(typeof(TimeSpan), Second, "7.00:00:00")]
    public TimeSpan TransactionIdleTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Time that a transaction may take where its client sets none, up to 7 days; zero, the default, is no limit.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan TransactionTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>Time after which a client that waits for a slow statement gets a sign of life, 1 s to 1 h. The default is 30 s; clients are told to give up after four times as long.</summary>
    [Range(typeof(TimeSpan), Second, "01:00:00")]
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time that open transactions have to end when the server stops, up to 1 h. The default is 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Wrong passwords in a row after which log-in is closed for <see cref="LoginLockTime"/>, 1 to 1,000. The default is 3.</summary>
    [Range(1, 1_000)]
    public int MaxFailedLogins { get; init; } = 3;

    /// <summary>Time that log-in is closed after too many wrong passwords, up to 1 h. The default is 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LoginLockTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Told of failures that are bugs; the client learns only that there was one. The default ignores them.</summary>
    public Action<Exception> OnUnexpectedFailure { get; init; } = _ => { };

    internal bool HasPassword => !string.IsNullOrEmpty(Password);

    /// <summary>Every fault of the options, each with what helps; empty where they are right.</summary>
    public IReadOnlyList<string> Faults()
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, validateAllProperties: true);
        var faults = results.ConvertAll(result => result.ErrorMessage!);
        if (!HasPassword && !IPAddress.IsLoopback(Listen.Address))
        {
            faults.Add($"Listen {Listen} is reached by other machines, but there is no Password: set one, or listen at 127.0.0.1.");
        }

        if (AdvertisedAddress is { } address && !IsHostAndPort(address))
        {
            faults.Add($"AdvertisedAddress '{address}' is no address: write HOST:PORT.");
        }

        return faults;
    }

    private static bool IsHostAndPort(string address) =>
        Uri.TryCreate($"bolt://{address}", UriKind.Absolute, out var uri) && uri is { Port: > 0, Host.Length: > 0, PathAndQuery: "/" or "" };
}
