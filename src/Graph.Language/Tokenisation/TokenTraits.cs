namespace Graph.Language.Tokenisation;

/// <summary>What the boundary model sees of one token.</summary>
/// <param name="Form">Hash of the form in lower case.</param>
/// <param name="Shape">Hash of the form with letters and digits folded to classes, runs shortened.</param>
/// <param name="Kind">Coarse class, the strongest cue of a boundary.</param>
/// <param name="Suffix">Hash of the last three letters in lower case.</param>
internal readonly record struct TokenTraits(uint Form, uint Shape, TokenKind Kind, uint Suffix)
{
    /// <summary>Stands beyond the first and the last token of a text.</summary>
    public static TokenTraits None { get; } = new(7, 7, TokenKind.None, 7);

    public static TokenTraits Of(string text, TokenSpan token, TokenisationLexicon lexicon)
    {
        var form = text.AsSpan(token.Start, token.End - token.Start);
        uint lower = 2166136261, shape = 2166136261, suffix = 2166136261;
        var (previous, run) = ('\0', 0);
        for (var i = 0; i < form.Length; i++)
        {
            var plain = Letters.Plain(form[i]);
            lower = Mix(lower, plain);
            if (i >= form.Length - 3)
            {
                suffix = Mix(suffix, plain);
            }

            var fold = Fold(form[i]);
            run = fold == previous ? run + 1 : 0;
            previous = fold;
            if (run < 2)
            {
                shape = Mix(shape, fold);
            }
        }

        return new TokenTraits(lower, shape, KindOf(form, lexicon), suffix);
    }

    public static uint Mix(uint hash, uint value) => (hash ^ value) * 16777619;

    private static char Fold(char c) =>
        char.IsUpper(c) ? 'A' : char.IsLetter(c) ? 'a' : char.IsDigit(c) ? '0' : Letters.Plain(c);

    private static TokenKind KindOf(ReadOnlySpan<char> form, TokenisationLexicon lexicon)
    {
        var (first, last) = (form[0], form[^1]);
        if (Letters.IsWord(first))
        {
            return last == '.' ? StopKind(form, lexicon) : WordKind(form);
        }

        return last switch
        {
            '.' when form.Length == 1 => TokenKind.FullStop,
            '.' or '\u2026' => TokenKind.Ellipsis,
            '!' or '?' => TokenKind.Exclamation,
            _ when form.Length > 3 => TokenKind.Rule,
            ',' => TokenKind.Comma,
            ':' or ';' => TokenKind.Colon,
            '"' or '\'' => TokenKind.StraightQuote,
            _ when Letters.IsOpeningQuote(first) => TokenKind.OpeningQuote,
            _ when Letters.IsClosingQuote(last) => TokenKind.ClosingQuote,
            _ when Letters.IsOpeningBracket(first) => TokenKind.OpeningBracket,
            _ when Letters.IsClosingBracket(last) => TokenKind.ClosingBracket,
            _ when Letters.IsDash(first) || Letters.IsHyphen(first) => TokenKind.Dash,
            _ => TokenKind.Symbol,
        };
    }

    private static TokenKind StopKind(ReadOnlySpan<char> form, TokenisationLexicon lexicon) =>
        lexicon.TryGetAbbreviation(form, out var kind)
            ? kind switch
            {
                AbbreviationKind.Word => TokenKind.Abbreviation,
                AbbreviationKind.Title => TokenKind.Title,
                _ => TokenKind.NumberAbbreviation,
            }
            : form.Length == 2 ? TokenKind.Initial : TokenKind.Letters;

    private static TokenKind WordKind(ReadOnlySpan<char> form) =>
        form.Contains('@') || form.Contains("://", StringComparison.Ordinal) || form.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? TokenKind.Address
        : char.IsDigit(form[0]) ? TokenKind.Number
        : !char.IsUpper(form[0]) ? TokenKind.LowerWord
        : form.Length > 1 && char.IsUpper(form[1]) ? TokenKind.CapitalsWord
        : TokenKind.CapitalisedWord;
}
