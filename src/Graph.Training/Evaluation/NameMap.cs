using System.Collections.Immutable;
using Graph.Language;

namespace Graph.Training.Evaluation;

/// <summary>What the labels of a corpus mean: the kinds of names that are right for each. Labels without an entry name nothing here.</summary>
internal sealed class NameMap
{
    private const string Remedy =
        "Write LABEL=KIND, several parted by commas, with KIND one of Person, Organisation, State and Place or several joined by |.";

    private readonly Dictionary<string, ImmutableArray<NameKind>> kinds;

    private NameMap(Dictionary<string, ImmutableArray<NameKind>> kinds) => this.kinds = kinds;

    /// <summary>The labels of Universal NER, CrossNER politics and GMB.</summary>
    public static NameMap Default { get; } = Parse(
        "PER=Person,ORG=Organisation,LOC=Place|State,person=Person,politician=Person,organisation=Organisation,"
        + "politicalparty=Organisation,country=State|Place,location=Place|State,per=Person,org=Organisation,geo=Place|State,gpe=State|Place");

    /// <summary>Reads <c>LABEL=KIND[|KIND...],...</c>.</summary>
    /// <exception cref="InvalidDataException">An entry is none; the message names it.</exception>
    public static NameMap Parse(string text)
    {
        var kinds = new Dictionary<string, ImmutableArray<NameKind>>(StringComparer.Ordinal);
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new InvalidDataException($"GRA-T006 \"{entry}\" is no entry of a label map. {Remedy}");
            }

            kinds[entry[..equals]] = [.. entry[(equals + 1)..].Split('|', StringSplitOptions.TrimEntries).Select(kind => Kind(kind, entry))];
        }

        return new NameMap(kinds);
    }

    /// <summary>The kinds that are right for a label; none where it names nothing.</summary>
    public ImmutableArray<NameKind> KindsOf(string label) => kinds.TryGetValue(label, out var found) ? found : [];

    private static NameKind Kind(string name, string entry) =>
        Enum.TryParse<NameKind>(name, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(name[0])
            ? kind
            : throw new InvalidDataException($"GRA-T006 \"{name}\" in \"{entry}\" is no kind of name. {Remedy}");
}
