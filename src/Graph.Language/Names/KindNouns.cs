using System.Collections.Frozen;
using Graph.Language.Resources;

namespace Graph.Language.Names;

/// <summary>Nouns that tell the kind of the name right behind them: "the airline Skylark".</summary>
internal sealed class KindNouns
{
    private readonly FrozenDictionary<ulong, NameKind> kinds = EmbeddedLines.Read("Names.kind-nouns.txt")
        .Select(Entry)
        .ToFrozenDictionary(entry => NameHash.OfWord(entry.Noun), entry => entry.Kind);

    public bool TryGet(ReadOnlySpan<char> word, out NameKind kind) => kinds.TryGetValue(NameHash.OfWord(word), out kind);

    private static (string Noun, NameKind Kind) Entry(ResourceLine line)
    {
        var columns = line.Text.Split('\t');
        return columns.Length == 2 && Enum.TryParse<NameKind>(columns[0], ignoreCase: true, out var kind)
            ? (columns[1], kind)
            : throw line.Fault("an entry is a kind of name and a noun, parted by a tab");
    }
}
