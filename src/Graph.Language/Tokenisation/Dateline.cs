namespace Graph.Language.Tokenisation;

/// <summary>Finds where a dateline ends: "JEDDAH, Saudi Arabia (AP) — ", "LONDON, March 4 - ".</summary>
/// <remarks>
/// It names a place, and often a date and an agency, before a dash; what follows is a sentence of its own, and a parser that
/// sees both takes the place for its subject.
/// </remarks>
internal static class Dateline
{
    // The longest have a place, its state, a date and two agencies.
    private const int LongestDateline = 16;

    private const int ShortestPlace = 3;

    /// <summary>Number of tokens of the dateline that a sentence begins with, its dash included; 0 where it begins with none.</summary>
    /// <param name="tokens">Tokens of the sentence.</param>
    public static int Length(string text, ReadOnlySpan<TokenSpan> tokens)
    {
        var isSigned = false;
        var inBrackets = false;
        for (var i = 0; i < tokens.Length - 1 && i < LongestDateline; i++)
        {
            var form = text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
            if (i > 0 && !inBrackets && form is "—" or "–" or "-" or "--")
            {
                var isMarked = isSigned || IsCapitals(text, tokens[0]);
                return isMarked && IsSpaced(text, tokens[i]) && Opens(text, tokens[i + 1]) ? i + 1 : 0;
            }

            if (form is "(" or ")")
            {
                inBrackets = form is "(";
                isSigned |= i > 0 && form is ")";
            }
            else if (!inBrackets && !IsPart(form))
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool IsCapitals(string text, TokenSpan token)
    {
        var form = text.AsSpan(token.Start, token.End - token.Start);
        foreach (var letter in form)
        {
            if (!char.IsUpper(letter) && letter is not ('.' or '-' or '\'' or '’'))
            {
                return false;
            }
        }

        return form.Length >= ShortestPlace;
    }

    // "RIO DE JANEIRO", "March 4", "Tel Aviv": no word of a sentence.
    private static bool IsPart(ReadOnlySpan<char> form) =>
        char.IsUpper(form[0]) || char.IsAsciiDigit(form[0]) || form is "," or "." or "/" or "de" or "al" or "el" or "of";

    // "non-member" has a hyphen, "PARIS-The" none that closes a dateline.
    private static bool IsSpaced(string text, TokenSpan dash) =>
        text[dash.Start] is '—' or '–' || (char.IsWhiteSpace(text[dash.Start - 1]) && char.IsWhiteSpace(text[dash.End]));

    // "NATO — which Sweden joined — said": a sentence goes on there.
    private static bool Opens(string text, TokenSpan next) => char.IsUpper(text[next.Start]) || char.IsAsciiDigit(text[next.Start]) || text[next.Start] is '"' or '“' or '‘' or '\'';
}
