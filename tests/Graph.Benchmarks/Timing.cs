using System.Diagnostics;

namespace Graph.Benchmarks;

/// <summary>How long something took, by the clock and by the processor.</summary>
/// <param name="Milliseconds">By the clock.</param>
/// <param name="ProcessorMilliseconds">Processor time of all threads of this process: what counts where others keep the machine busy.</param>
internal readonly record struct Timing(double Milliseconds, double ProcessorMilliseconds)
{
    public static Timing Of(Action action)
    {
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        action();
        return new(
            Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    /// <summary>The shortest by the processor of five runs.</summary>
    public static Timing BestOf(Action action)
    {
        var best = Of(action);
        for (var run = 1; run < 5; run++)
        {
            var next = Of(action);
            best = next.ProcessorMilliseconds < best.ProcessorMilliseconds ? next : best;
        }

        return best;
    }

    /// <summary>How many a second, by the clock and by the processor.</summary>
    public IEnumerable<Measurement> Rates(string name, double count) =>
        [new(name + "_per_s", count * 1000 / Milliseconds), new(name + "_per_processor_s", count * 1000 / ProcessorMilliseconds)];

    /// <summary>How long one of them took, in nanoseconds, by the clock and by the processor.</summary>
    public IEnumerable<Measurement> Each(string name, double count) =>
        [new(name + "_ns", Milliseconds * 1e6 / count), new(name + "_processor_ns", ProcessorMilliseconds * 1e6 / count)];
}
