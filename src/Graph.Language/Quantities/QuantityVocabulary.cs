using System.Collections.Frozen;
using System.Globalization;
using Graph.Language.Resources;

namespace Graph.Language.Quantities;

/// <summary>A word or phrase of quantities.</summary>
internal sealed record QuantityWord(QuantityWordKind Kind, string[] Words, double Value, string Unit);

/// <summary>The words that quantities are made of.</summary>
internal sealed class QuantityVocabulary
{
    private readonly FrozenDictionary<string, QuantityWord[]> phrases = EmbeddedLines.Read("Quantities.vocabulary.txt")
        .Select(Entry)
        .GroupBy(entry => entry.Words[0], StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The longest phrase of a kind that begins at <paramref name="i"/>; null where there is none.</summary>
    public QuantityWord? At(ReadOnlySpan<Token> tokens, int i, QuantityWordKind kind)
    {
        if (i < 0 || i >= tokens.Length || !phrases.TryGetValue(tokens[i].Form, out var entries))
        {
            return null;
        }

        foreach (var entry in entries)
        {
            if (entry.Kind == kind && Stands(tokens, i, entry.Words))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The longest phrase of a kind that ends before <paramref name="end"/>; null where there is none.</summary>
    public QuantityWord? Before(ReadOnlySpan<Token> tokens, int end, QuantityWordKind kind)
    {
        for (var length = 3; length > 0; length--)
        {
            if (At(tokens, end - length, kind) is { } entry && entry.Words.Length == length)
            {
                return entry;
            }
        }

        return null;
    }

    private static bool Stands(ReadOnlySpan<Token> tokens, int i, string[] words)
    {
        if (i + words.Length > tokens.Length)
        {
            return false;
        }

        for (var k = 0; k < words.Length; k++)
        {
            if (!tokens[i + k].Form.Equals(words[k], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static QuantityWord Entry(ResourceLine line)
    {
        var columns = line.Text.Split('\t');
        if (columns.Length != 3 || !Enum.TryParse<QuantityWordKind>(columns[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind))
        {
            throw line.Fault("an entry is a kind, a phrase and a value or unit, parted by tabs");
        }

        _ = double.TryParse(columns[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        return new QuantityWord(kind, columns[1].Split(' '), value, columns[2]);
    }
}
