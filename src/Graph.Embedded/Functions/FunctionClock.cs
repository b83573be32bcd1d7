using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Functions;

/// <summary>Time and chance, as one statement sees them.</summary>
/// <param name="time">Gives the real time.</param>
/// <param name="transactionTime">When the transaction began.</param>
/// <param name="statementTime">When the statement began: what <c>datetime()</c> gives throughout it.</param>
/// <param name="random">Generator of <c>rand()</c> and <c>randomUUID()</c>, seeded by the owner.</param>
internal sealed class FunctionClock(
    TimeProvider time, DateTimeOffset transactionTime, DateTimeOffset statementTime, Lazy<Random> random)
{
    public DateTimeOffset TransactionTime { get; } = transactionTime;

    public DateTimeOffset StatementTime { get; } = statementTime;

    public DateTimeOffset RealTime => time.GetUtcNow();

    public FunctionClock(TimeProvider time, DateTimeOffset transactionTime, DateTimeOffset statementTime, Random random)
        : this(time, transactionTime, statementTime, new Lazy<Random>(random))
    {
    }

    public Random Random => random.Value;

    /// <summary>Zone of temporal values that name none.</summary>
    public Zone DefaultZone { get; } = Zone.Utc;
}
