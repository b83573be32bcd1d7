using System.Collections.Frozen;

namespace Graph.Extraction.Metonymy;

/// <summary>How names of capitals and seats of power are read, as the lexicon says.</summary>
internal sealed class MetonymyTable(IEnumerable<KeyValuePair<(string Relation, string Governor), string>> readings, IEnumerable<string> governmentCapitals)
{
    /// <summary>A capital or seat that stands for the government.</summary>
    public const string Government = "government";

    /// <summary>A capital or seat that is meant as a place.</summary>
    public const string Place = "place";

    /// <summary>Any governor.</summary>
    public const string Any = "*";

    private readonly FrozenDictionary<(string, string), string> readings = readings.ToFrozenDictionary(pair => pair.Key, pair => pair.Value);
    private readonly FrozenSet<string> governmentCapitals = governmentCapitals.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The reading of a name in a relation to a governor, with the line that decided; null where none fits.</summary>
    public (string Reading, string Rule)? Read(string relation, string governor)
    {
        if (readings.TryGetValue((relation, governor), out var reading))
        {
            return (reading, $"metonymy.{relation}.{governor}");
        }

        return readings.TryGetValue((relation, Any), out reading) ? (reading, $"metonymy.{relation}") : null;
    }

    /// <summary>Whether a capital stands for its government where nothing decides.</summary>
    public bool StandsForGovernment(string capital) => governmentCapitals.Contains(capital);
}
