namespace Graph.Language.Dates;

/// <summary>The sentence that date expressions are looked for in.</summary>
internal readonly ref struct DateContext(
    ReadOnlySpan<Token> tokens, DateOnly? anchor, DateVocabulary vocabulary, ClauseTense tenses)
{
    private readonly ReadOnlySpan<Token> tokens = tokens;

    public int Count => tokens.Length;

    /// <summary>The document date; null where there is none.</summary>
    public DateOnly? Anchor { get; } = anchor;

    public Token this[int i] => tokens[i];

    /// <summary>What the word at <paramref name="i"/> does in dates; nothing beyond either end.</summary>
    public DateWord Word(int i) => i >= 0 && i < tokens.Length ? vocabulary[tokens[i].Form] : default;

    public DateWord WordOf(string form) => vocabulary[form];

    public bool IsKind(int i, DateWordKind kind) => Word(i).Kind == kind;

    public bool IsUnit(int i, out TimeUnit unit)
    {
        var word = Word(i);
        unit = (TimeUnit)word.Value;
        return word.Kind == DateWordKind.Unit;
    }

    /// <summary>Whether the token at <paramref name="i"/> is one of some words, in any case.</summary>
    public bool Is(int i, params ReadOnlySpan<string> forms)
    {
        if (i < 0 || i >= tokens.Length)
        {
            return false;
        }

        foreach (var form in forms)
        {
            if (tokens[i].Form.Equals(form, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsDash(int i) => Is(i, "-", "\u2013", "\u2014", "\u2011");

    /// <summary>Whether the token is a number in figures from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public bool IsFigure(int i, int low, int high, out int value)
    {
        var word = Word(i);
        value = word.Value;
        return word.Kind == DateWordKind.Number && char.IsAsciiDigit(tokens[i].Form[0]) && value >= low && value <= high;
    }

    /// <summary>A day of the month, in figures or as an ordinal.</summary>
    public bool IsDay(int i, out int value) =>
        IsFigure(i, 1, 31, out value) || (IsKind(i, DateWordKind.Ordinal) && value is > 0 and < 32);

    public bool IsYear(int i, out int value) => IsFigure(i, 1000, 2199, out value) && tokens[i].Form.Length == 4;

    public Tense Tense(int i) => tenses.At(tokens, i);
}
