using System.Globalization;

namespace Graph.Language.Quantities;

/// <summary>Reads numbers in figures, words or both: "1,000", "3.5 million", "two hundred and fifty", "two-thirds", "half a million".</summary>
internal sealed class NumberParser(QuantityVocabulary vocabulary)
{
    /// <summary>Reads the number that begins at <paramref name="i"/>.</summary>
    /// <param name="end">One past its last token.</param>
    /// <param name="isPlural">Whether it only tells an order of magnitude: "hundreds".</param>
    public bool TryRead(ReadOnlySpan<Token> tokens, int i, out double value, out int end, out bool isPlural)
    {
        isPlural = false;
        if (vocabulary.At(tokens, i, QuantityWordKind.Plural) is { } plural)
        {
            (value, end, isPlural) = (plural.Value, i + 1, true);
            while (IsForm(tokens, end, "of") && vocabulary.At(tokens, end + 1, QuantityWordKind.Plural) is { } more)
            {
                (value, end) = (value * more.Value, end + 2);
            }

            return true;
        }

        return TryFraction(tokens, i, out value, out end) || TryWhole(tokens, i, out value, out end);
    }

    private bool TryFraction(ReadOnlySpan<Token> tokens, int i, out double value, out int end)
    {
        (value, end) = (0, i);
        if (IsForm(tokens, i, "half") && IsForm(tokens, i + 1, "a") && Multiplier(tokens, i + 2) is { } multiplier)
        {
            (value, end) = (multiplier.Value / 2, i + 3);
            return true;
        }

        var isOne = IsForm(tokens, i, "a") || IsForm(tokens, i, "one");
        var number = isOne ? 1 : vocabulary.At(tokens, i, QuantityWordKind.Number)?.Value ?? 0;
        var at = IsHyphen(tokens, i + 1) ? i + 2 : i + 1;
        if (number > 0 && vocabulary.At(tokens, at, QuantityWordKind.Fraction) is { } part && number < part.Value
            && IsForm(tokens, at + 1, "of"))
        {
            (value, end) = (number / part.Value, at + 1);
            return true;
        }

        if (IsForm(tokens, i, "half") && IsForm(tokens, i + 1, "of"))
        {
            (value, end) = (0.5, i + 1);
            return true;
        }

        return false;
    }

    private bool TryWhole(ReadOnlySpan<Token> tokens, int i, out double value, out int end)
    {
        (value, end) = (0, i);
        double group = 0;
        var isOpen = false;
        while (end < tokens.Length)
        {
            if (Figure(tokens[end].Form) is { } figure && !isOpen)
            {
                (group, isOpen) = (figure, true);
            }
            else if (Word(tokens, end) is { } word && (!isOpen || IsContinued(group, word)))
            {
                (group, isOpen) = (group + word, true);
            }
            else if (Multiplier(tokens, end) is { } multiplier && (isOpen || IsForm(tokens, end - 1, "a")) && IsMultiplierHere(tokens, end, i))
            {
                Multiply(ref value, ref group, multiplier.Value);
                isOpen = true;
            }
            else if (!(isOpen && end > i && IsLink(tokens, end, group)))
            {
                break;
            }

            end++;
        }

        if (end == i && IsForm(tokens, i, "a") && Multiplier(tokens, i + 1) is { Value: > 1 } alone && IsMultiplierHere(tokens, i + 1, i))
        {
            (value, end, isOpen) = (alone.Value, i + 2, true);
            return true;
        }

        value += group;
        return isOpen;
    }

    private static void Multiply(ref double value, ref double group, double multiplier)
    {
        if (multiplier < 1000)
        {
            group = Math.Max(group, 1) * multiplier;
        }
        else
        {
            value += Math.Max(group, 1) * multiplier;
            group = 0;
        }
    }

    /// <summary>"Twenty - five", "two hundred and fifty"; two numbers side by side are two numbers.</summary>
    private bool IsLink(ReadOnlySpan<Token> tokens, int i, double group)
    {
        if (IsHyphen(tokens, i))
        {
            return group >= 20 && group % 10 == 0 && Word(tokens, i + 1) is < 10;
        }

        return IsForm(tokens, i, "and") && group >= 100 && group % 100 == 0 && Word(tokens, i + 1) is not null
            && Multiplier(tokens, i - 1) is not null;
    }

    private static bool IsContinued(double group, double word) =>
        (group >= 20 && group % 10 == 0 && word < 10 && group % 100 != 0) || (group >= 100 && group % 100 == 0 && word < 100) || group == 0;

    private static bool IsMultiplierHere(ReadOnlySpan<Token> tokens, int i, int first) =>
        tokens[i].Form.Length > 2 || (i > first && char.IsAsciiDigit(tokens[i - 1].Form[0]) && IsMoney(tokens, first));

    // "$ 3 m" is money, "3 m" a length.
    private static bool IsMoney(ReadOnlySpan<Token> tokens, int first) =>
        first > 0 && tokens[first - 1].Form is "$" or "US$" or "\u20ac" or "\u00a3" or "A$" or "C$" || tokens[first].Form.Length == 0;

    private double? Word(ReadOnlySpan<Token> tokens, int i) => vocabulary.At(tokens, i, QuantityWordKind.Number)?.Value;

    private QuantityWord? Multiplier(ReadOnlySpan<Token> tokens, int i) => vocabulary.At(tokens, i, QuantityWordKind.Multiplier);

    private static double? Figure(string form) =>
        (char.IsAsciiDigit(form[0]) || (form[0] == '.' && form.Length > 1))
        && !form.Contains('/', StringComparison.Ordinal)
        && double.TryParse(form, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static bool IsForm(ReadOnlySpan<Token> tokens, int i, string form) =>
        i >= 0 && i < tokens.Length && tokens[i].Form.Equals(form, StringComparison.OrdinalIgnoreCase);

    private static bool IsHyphen(ReadOnlySpan<Token> tokens, int i) => IsForm(tokens, i, "-") || IsForm(tokens, i, "\u2011");
}
