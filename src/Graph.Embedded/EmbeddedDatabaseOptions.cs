namespace Graph.Embedded;

/// <summary>How a database in this process behaves.</summary>
public sealed record EmbeddedDatabaseOptions
{
    /// <summary>Limits of each statement.</summary>
    public QueryLimits Limits { get; init; } = new();

    /// <summary>Plans kept for statements that come again. The default is 512.</summary>
    public int PlanCacheSize { get; init; } = 512;

    /// <summary>Seeds <c>rand()</c> and <c>randomUUID()</c>; null for a seed from the time of opening.</summary>
    public int? RandomSeed { get; init; }

    /// <summary>Gives the time to <c>datetime()</c> and to time limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
