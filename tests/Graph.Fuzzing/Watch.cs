namespace Graph.Fuzzing;

/// <summary>Sees when one input takes far too long, which is a hang, and when memory only grows.</summary>
internal sealed class Watch : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Far above what a run holds at any time, far below what a leak of an hour would.</summary>
    private const long MaxGrowth = 1L << 30;

    private readonly Findings _findings;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private volatile string? _input;
    private long _since;
    private long _firstMemory;

    public Watch(Findings findings, TimeProvider time)
    {
        (_findings, _time) = (findings, time);
        _timer = time.CreateTimer(_ => Check(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>An input is begun.</summary>
    public void Begin(string input)
    {
        Volatile.Write(ref _since, _time.GetTimestamp());
        _input = input;
    }

    /// <summary>What is held now, once the garbage is gone, against what was held the first time.</summary>
    public void CheckMemory()
    {
        var held = GC.GetTotalMemory(forceFullCollection: true);
        _firstMemory = _firstMemory == 0 ? held : _firstMemory;
        if (held > _firstMemory + MaxGrowth)
        {
            _findings.Add("growth", $"{_firstMemory} bytes at first, {held} now", "");
        }

        Console.WriteLine($"  {held / (1 << 20)} MiB held");
    }

    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        if (_input is { } input && _time.GetElapsedTime(Volatile.Read(ref _since)) > Patience)
        {
            _findings.Add($"hang {input[..Math.Min(input.Length, 200)]}", "", input);
        }
    }
}
