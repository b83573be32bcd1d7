namespace Graph.Embedded.Execution;

/// <summary>Ends a statement that is cancelled, takes too long or holds too much memory.</summary>
/// <param name="limits">Most time and memory.</param>
/// <param name="time">Measures how long the statement runs.</param>
internal sealed class ResourceGuard(QueryLimits limits, TimeProvider time, CancellationToken cancellationToken)
{
    private const int TicksBetweenChecks = 1024;
    private readonly long _started = time.GetTimestamp();
    private int _ticks;
    private long _bytes;

    /// <summary>Called for each row or step of work; now and then looks at the clock and the token.</summary>
    public void Tick()
    {
        if (++_ticks >= TicksBetweenChecks)
        {
            _ticks = 0;
            Check();
        }
    }

    /// <summary>Counts memory that the statement holds until it ends or <see cref="Release"/> gives it back; approximate.</summary>
    public void Allocate(long bytes)
    {
        _bytes += bytes;
        if (_bytes > limits.MemoryBytes)
        {
            throw new CypherException(
                "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
                $"The query needs more than {limits.MemoryBytes / (1024 * 1024)} MiB of memory for rows it has to hold back (sorting, "
                + "grouping, collecting); return fewer rows, aggregate earlier, or raise the limit of memory per query.");
        }
    }

    public void Release(long bytes) => _bytes -= bytes;

    private void Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (limits.Time is { } longest && time.GetElapsedTime(_started) > longest)
        {
            throw new CypherException(
                "Neo.ClientError.Transaction.TransactionTimedOut",
                $"The query took longer than the limit of {longest.TotalSeconds:0.###} seconds and was ended; make it match less or raise the "
                + "limit of time per query.");
        }
    }
}
