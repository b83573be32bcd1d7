using System.Globalization;
using System.Text;

namespace Graph.Fuzzing;

/// <summary>What went wrong, each kind once, with what brought it about kept in a file. Thread-safe.</summary>
internal sealed class Findings(string folder)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _counts.Count;
            }
        }
    }

    /// <param name="kind">What went wrong, equal for equal causes.</param>
    /// <param name="detail">For people, such as a stack trace.</param>
    /// <param name="input">What brought it about.</param>
    public void Add(string kind, string detail, string input)
    {
        lock (_lock)
        {
            var count = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            if (count == 1)
            {
                Directory.CreateDirectory(folder);
                var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"finding-{_counts.Count}.txt"));
                File.WriteAllText(path, $"{kind}\n\n{input}\n\n{detail}\n", Encoding.Unicode);
                Console.WriteLine($"finding: {kind} ({path})");
            }
        }
    }

    public void Add(Exception exception, string input) => Add(KindOf(exception), exception.ToString(), input);

    /// <summary>Type and place, so that one bug is one finding.</summary>
    private static string KindOf(Exception exception)
    {
        var frame = exception.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Graph.", StringComparison.Ordinal))?.Trim();
        return $"{exception.GetType().Name} {frame}";
    }
}
