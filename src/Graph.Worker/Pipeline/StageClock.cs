namespace Graph.Worker.Pipeline;

/// <summary>Time spent in each stage, summed over threads. Safe for use from several threads.</summary>
public sealed class StageClock(TimeProvider time)
{
    private readonly TimeProvider time = time;
    private readonly long[] ticks = new long[Enum.GetValues<Stage>().Length];

    /// <summary>Counts from now until the result is disposed.</summary>
    public Measurement Measure(Stage stage) => new(this, stage, time.GetTimestamp());

    /// <summary>Time so far. Extraction runs the language stage inside, so the one is taken off the other.</summary>
    public TimeSpan Spent(Stage stage)
    {
        var inside = stage == Stage.Extraction ? Volatile.Read(ref ticks[(int)Stage.Language]) : 0;
        return time.GetElapsedTime(0, Math.Max(0, Volatile.Read(ref ticks[(int)stage]) - inside));
    }

    /// <summary>A running measurement.</summary>
    public readonly struct Measurement(StageClock clock, Stage stage, long start) : IDisposable
    {
        public void Dispose() => Interlocked.Add(ref clock.ticks[(int)stage], clock.time.GetTimestamp() - start);
    }
}
