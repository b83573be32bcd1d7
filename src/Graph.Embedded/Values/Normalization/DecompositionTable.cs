using System.Collections.Frozen;
using System.Globalization;

namespace Graph.Embedded.Values.Normalization;

/// <summary>What Unicode says of single code points: their parts, their combining classes, and which pairs compose.</summary>
internal sealed class DecompositionTable
{
    private const string Resource = "unicode-decompositions.txt";

    private static readonly Lazy<DecompositionTable> Loaded = new(Load);

    private readonly FrozenDictionary<int, int[]> _canonical;
    private readonly FrozenDictionary<int, int[]> _compatible;
    private readonly FrozenDictionary<int, int> _classes;
    private readonly FrozenDictionary<(int First, int Second), int> _composed;

    private DecompositionTable(
        Dictionary<int, int[]> canonical, Dictionary<int, int[]> compatible, Dictionary<int, int> classes, Dictionary<(int First, int Second), int> composed)
    {
        _canonical = canonical.ToFrozenDictionary();
        _compatible = compatible.ToFrozenDictionary();
        _classes = classes.ToFrozenDictionary();
        _composed = composed.ToFrozenDictionary();
    }

    public static DecompositionTable Instance => Loaded.Value;

    /// <summary>0 for what starts a character.</summary>
    public int ClassOf(int point) => _classes.GetValueOrDefault(point);

    /// <summary>The parts, which may have parts themselves; null for none.</summary>
    public int[]? PartsOf(int point, bool isCompatible) =>
        _canonical.TryGetValue(point, out var parts) || (isCompatible && _compatible.TryGetValue(point, out parts)) ? parts : null;

    /// <summary>What a pair composes to; -1 for nothing.</summary>
    public int Compose(int first, int second) => _composed.GetValueOrDefault((first, second), -1);

    private static DecompositionTable Load()
    {
        var (canonical, compatible) = (new Dictionary<int, int[]>(), new Dictionary<int, int[]>());
        var (classes, composed) = (new Dictionary<int, int>(), new Dictionary<(int First, int Second), int>());
        using var stream = typeof(DecompositionTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var at = line.AsSpan().IndexOfAny("#=-~");
            var point = Hexadecimal(line[..at]);
            if (line[at] == '#')
            {
                classes.Add(point, int.Parse(line.AsSpan(at + 1), CultureInfo.InvariantCulture));
                continue;
            }

            var parts = Array.ConvertAll(line[(at + 1)..].Split(' '), Hexadecimal);
            (line[at] == '~' ? compatible : canonical).Add(point, parts);
            if (line[at] == '=')
            {
                composed.Add((parts[0], parts[1]), point);
            }
        }

        return new DecompositionTable(canonical, compatible, classes, composed);
    }

    private static int Hexadecimal(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
