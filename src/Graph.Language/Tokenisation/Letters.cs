using System.Globalization;

namespace Graph.Language.Tokenisation;

/// <summary>What the tokeniser asks about single characters.</summary>
internal static class Letters
{
    /// <summary>White space, control characters and marks without width: they part tokens and belong to none.</summary>
    /// <remarks>No-break spaces are white space; bidirectional marks, zero-width spaces and byte order marks come with copied text.</remarks>
    public static bool IsGap(char c) =>
        c <= ' ' || c == '\u007f' || (c >= '\u0080' && (char.IsWhiteSpace(c) || IsMarkWithoutWidth(c)));

    /// <summary>Joins the letters on its two sides: soft hyphen, joiners, word joiner.</summary>
    public static bool IsJoiner(char c) => c is '\u00ad' or '\u200c' or '\u200d' or '\u2060';

    public static bool IsWord(char c) =>
        c < 128
            ? char.IsAsciiLetterOrDigit(c)
            : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsCombining(c);

    public static bool IsDigit(char c) => char.IsAsciiDigit(c);

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02bc' or '`';

    public static bool IsDash(char c) => c is '\u2013' or '\u2014' or '\u2012' or '\u2015' or '\u2212';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsOpeningBracket(char c) => c is '(' or '[' or '{' or '\u00ab';

    public static bool IsClosingBracket(char c) => c is ')' or ']' or '}' or '\u00bb';

    public static bool IsOpeningQuote(char c) => c is '\u201c' or '\u2018' or '\u00ab' or '\u201e';

    public static bool IsClosingQuote(char c) => c is '\u201d' or '\u2019' or '\u00bb';

    public static bool IsCurrency(char c) => c is '$' or '\u20ac' or '\u00a3' or '\u00a5' || (c > 128 && char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol);

    /// <summary>Lower case, with typographic apostrophes and hyphens made plain.</summary>
    public static char Plain(char c) =>
        IsApostrophe(c) ? '\'' : IsHyphen(c) ? '-' : char.ToLowerInvariant(c);

    private static bool IsMarkWithoutWidth(char c) =>
        c is '\ufeff' or '\u061c' || (c is >= '\u200b' and <= '\u200f') || (c is >= '\u2028' and <= '\u202e')
        || (c is >= '\u2060' and <= '\u2069') || c is '\u00ad' || (c is >= '\u0080' and <= '\u009f');

    private static bool IsCombining(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
