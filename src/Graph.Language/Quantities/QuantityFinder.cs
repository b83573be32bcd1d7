using System.Collections.Immutable;

namespace Graph.Language.Quantities;

/// <summary>Finds numbers with what they count or measure, and how exactly they are told.</summary>
/// <remarks>
/// A quantity spans its approximator, currency sign, number and unit of measure; a counted noun gives the unit but is
/// not spanned. A span of values ("20 to 30") is two quantities, one at least and one at most. Plurals ("hundreds")
/// are at least their word. Numbers inside dates, times of day and names ("Resolution 2254") are none.
/// Instances hold no state and may be shared between threads.
/// </remarks>
public sealed class QuantityFinder
{
    private static readonly (QuantityWordKind Kind, QuantityBound Bound)[] Before =
    [
        (QuantityWordKind.AtLeast, QuantityBound.AtLeast),
        (QuantityWordKind.AtMost, QuantityBound.AtMost),
        (QuantityWordKind.About, QuantityBound.About),
    ];

    private static readonly (QuantityWordKind Kind, QuantityBound Bound)[] After =
    [
        (QuantityWordKind.AfterAtLeast, QuantityBound.AtLeast),
        (QuantityWordKind.AfterAtMost, QuantityBound.AtMost),
        (QuantityWordKind.AfterAbout, QuantityBound.About),
    ];

    private readonly QuantityVocabulary vocabulary = new();
    private readonly NumberParser numbers;

    public QuantityFinder() => numbers = new NumberParser(vocabulary);

    /// <summary>The quantities of a sentence in text order, not overlapping.</summary>
    /// <param name="tokens">Tagged tokens; a tree, where there is one, tells what is counted.</param>
    /// <param name="dates">Date expressions of the sentence: the numbers in them are not reported.</param>
    public ImmutableArray<Quantity> Find(ReadOnlySpan<Token> tokens, ImmutableArray<DateExpression> dates)
    {
        ImmutableArray<Quantity>.Builder? found = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (IsInDate(dates, i) || !numbers.TryRead(tokens, i, out var value, out var end, out var isPlural)
                || IsNoQuantity(tokens, i, end, isPlural))
            {
                continue;
            }

            found ??= ImmutableArray.CreateBuilder<Quantity>();
            i = Add(tokens, i, end, value, isPlural, found) - 1;
        }

        return found?.ToImmutable() ?? [];
    }

    private static bool IsInDate(ImmutableArray<DateExpression> dates, int i)
    {
        foreach (var date in dates)
        {
            if (i >= date.First && i < date.End)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNoQuantity(ReadOnlySpan<Token> tokens, int i, int end, bool isPlural)
    {
        if (isPlural)
        {
            return false;
        }

        var next = end < tokens.Length ? tokens[end].Form : "";
        var isTime = next.Equals("p.m.", StringComparison.OrdinalIgnoreCase) || next.Equals("a.m.", StringComparison.OrdinalIgnoreCase)
            || next is "pm" or "am" or "PM" or "AM" or "GMT" or "UTC" or "o'clock" || tokens[i].Form.Contains(':', StringComparison.Ordinal);
        if (isTime)
        {
            return true;
        }

        // "one" is a number only where it counts: "one soldier", not "one of them", "the one who".
        if (end == i + 1 && tokens[i].Form.Equals("one", StringComparison.OrdinalIgnoreCase))
        {
            return CountedNoun.Find(tokens, i, end) is null || next == "of" || tokens[i].Xpos is not "CD";
        }

        return vocabulary.Before(tokens, i, QuantityWordKind.Sign) is null && IsPartOfName(tokens, i, end);
    }

    /// <summary>"Resolution 2254", "Article 5": a number behind its noun.</summary>
    private static bool IsPartOfName(ReadOnlySpan<Token> tokens, int i, int end)
    {
        if (i == 0 || end != i + 1 || !char.IsAsciiDigit(tokens[i].Form[0]))
        {
            return false;
        }

        if (tokens[i].Head >= 0 && tokens[i].Deprel is "nummod" or "compound" or "flat" or "nmod" or "nmod:desc" or "dep")
        {
            return tokens[i].Head == i - 1 && tokens[i - 1].Upos is "PROPN" or "NOUN";
        }

        return (tokens[i - 1].Xpos is "NNP" || tokens[i - 1].Form is "No." or "no.") && CountedNoun.Find(tokens, i, end) is null && (end == tokens.Length || tokens[end].Form != "%");
    }

    private int Add(ReadOnlySpan<Token> tokens, int i, int end, double value, bool isPlural, ImmutableArray<Quantity>.Builder found)
    {
        var sign = vocabulary.Before(tokens, i, QuantityWordKind.Sign);
        var first = i - (sign?.Words.Length ?? 0);
        var (bound, approximator, start) = Bound(tokens, first, isPlural);
        if (TryRange(tokens, end, start, out var high, out var highEnd))
        {
            var highSign = vocabulary.At(tokens, highEnd.First, QuantityWordKind.Sign);
            var (rangeUnit, rangeEnd) = Unit(tokens, i, highEnd.End, highSign ?? sign);
            found.Add(new Quantity(start, end, Scaled(tokens, value, high, highEnd), rangeUnit, QuantityBound.AtLeast, approximator));
            found.Add(new Quantity(highEnd.First, rangeEnd, high, rangeUnit, QuantityBound.AtMost, null));
            return rangeEnd;
        }

        var (unit, unitEnd) = Unit(tokens, i, end, sign);
        (bound, approximator, unitEnd) = BoundAfter(tokens, unitEnd, bound, approximator);
        unit ??= CountedNoun.Find(tokens, i, unitEnd);
        found.Add(new Quantity(start, unitEnd, value, unit, bound, approximator));
        return unitEnd;
    }

    /// <summary>"Two to three million": the multiplier holds for both.</summary>
    private double Scaled(ReadOnlySpan<Token> tokens, double low, double high, (int First, int End) range)
    {
        var multiplier = vocabulary.At(tokens, range.End - 1, QuantityWordKind.Multiplier);
        return multiplier is not null && low < 1000 && high > low * multiplier.Value / 10 ? low * multiplier.Value : low;
    }

    private bool TryRange(ReadOnlySpan<Token> tokens, int end, int start, out double high, out (int First, int End) range)
    {
        (high, range) = (0, (end, end));
        if (end >= tokens.Length)
        {
            return false;
        }

        var link = tokens[end].Form;
        var isBetween = start > 0 && tokens[start - 1].Form.Equals("between", StringComparison.OrdinalIgnoreCase);
        if (link is not ("-" or "\u2013" or "to") && !(link is "and" && isBetween))
        {
            return false;
        }

        var first = end + 1;
        var number = vocabulary.At(tokens, first, QuantityWordKind.Sign) is { } sign ? first + sign.Words.Length : first;
        if (!numbers.TryRead(tokens, number, out high, out var highEnd, out var isPlural) || isPlural)
        {
            return false;
        }

        range = (first, highEnd);
        return true;
    }

    private (QuantityBound Bound, string? Approximator, int First) Bound(ReadOnlySpan<Token> tokens, int first, bool isPlural)
    {
        QuantityWord? longest = null;
        var bound = QuantityBound.Exact;
        foreach (var (kind, meaning) in Before)
        {
            // "no more than" holds "more than".
            if (vocabulary.Before(tokens, first, kind) is { } word && word.Words.Length > (longest?.Words.Length ?? 0))
            {
                (longest, bound) = (word, meaning);
            }
        }

        if (longest is not null)
        {
            return (bound, Words(tokens, first, longest), first - longest.Words.Length);
        }

        return isPlural ? (QuantityBound.AtLeast, tokens[first].Form, first) : (QuantityBound.Exact, null, first);
    }

    private (QuantityBound Bound, string? Approximator, int End) BoundAfter(
        ReadOnlySpan<Token> tokens, int end, QuantityBound bound, string? approximator)
    {
        // The bound may stand behind the counted noun: "12 people or more".
        var noun = end < tokens.Length && tokens[end].Upos is "NOUN" ? end + 1 : end;
        foreach (var at in (ReadOnlySpan<int>)[end, noun])
        {
            foreach (var (kind, meaning) in After)
            {
                if (vocabulary.At(tokens, at, kind) is { } word)
                {
                    return (meaning, Words(tokens, at + word.Words.Length, word), at == end ? at + word.Words.Length : end);
                }
            }
        }

        return (bound, approximator, end);
    }

    private (string? Unit, int End) Unit(ReadOnlySpan<Token> tokens, int first, int end, QuantityWord? sign)
    {
        if (sign is not null)
        {
            return (sign.Unit, end);
        }

        var at = end < tokens.Length && tokens[end].Form is "-" && end + 1 < tokens.Length ? end + 1 : end;
        return vocabulary.At(tokens, at, QuantityWordKind.Unit) is { } unit
            ? (unit.Unit, at + unit.Words.Length)
            : (CountedNoun.Find(tokens, first, end), end);
    }

    private static string Words(ReadOnlySpan<Token> tokens, int end, QuantityWord phrase)
    {
        var words = new string[phrase.Words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = tokens[end - words.Length + i].Form;
        }

        return string.Join(' ', words);
    }
}
