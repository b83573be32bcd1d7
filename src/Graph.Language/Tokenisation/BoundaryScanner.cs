namespace Graph.Language.Tokenisation;

/// <summary>Walks over the possible boundaries of a text, keeping the window and the state of the sentence so far.</summary>
internal ref struct BoundaryScanner
{
    private readonly string text;
    private readonly ReadOnlySpan<TokenSpan> tokens;
    private readonly TokenisationLexicon lexicon;
    private readonly int paragraphEnd;
    private readonly bool stopsInParagraph;
    private TokenTraits thirdBefore, secondBefore, before, after, secondAfter, thirdAfter;
    private int first;
    private int openMarks;

    /// <summary>Stands before the first token of a paragraph.</summary>
    public BoundaryScanner(string text, ReadOnlySpan<TokenSpan> tokens, int paragraphFirst, int paragraphEnd, TokenisationLexicon lexicon)
    {
        this.text = text;
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.paragraphEnd = paragraphEnd;
        thirdBefore = secondBefore = before = TokenTraits.None;
        Position = paragraphFirst - 1;
        first = paragraphFirst;
        (after, secondAfter, thirdAfter) = (Traits(paragraphFirst), Traits(paragraphFirst + 1), Traits(paragraphFirst + 2));
        for (var i = paragraphFirst; i < paragraphEnd && !stopsInParagraph; i++)
        {
            stopsInParagraph = text[tokens[i].End - 1] is '.' or '!' or '?';
        }
    }

    /// <summary>Index of the token before the boundary looked at.</summary>
    public int Position { get; private set; }

    /// <summary>Moves to the boundary behind the next token; false at the end of the paragraph.</summary>
    public bool MoveNext()
    {
        Position++;
        (thirdBefore, secondBefore, before, after, secondAfter) = (secondBefore, before, after, secondAfter, thirdAfter);
        thirdAfter = Traits(Position + 3);
        Track(before.Kind);
        return Position + 1 < paragraphEnd;
    }

    /// <summary>Notes that a sentence ends here.</summary>
    public void EndSentence()
    {
        first = Position + 1;
        openMarks = 0;
    }

    public readonly BoundaryWindow Window(int spacing) =>
        new(secondBefore, before, after, secondAfter, thirdAfter, thirdBefore, spacing,
            Position + 1 - first, paragraphEnd - Position - 1, openMarks, stopsInParagraph);

    private void Track(TokenKind kind)
    {
        openMarks = kind switch
        {
            TokenKind.StraightQuote => openMarks ^ 1,
            TokenKind.OpeningBracket => openMarks | 2,
            TokenKind.ClosingBracket => openMarks & ~2,
            TokenKind.OpeningQuote => openMarks | 4,
            TokenKind.ClosingQuote => openMarks & ~4,
            _ => openMarks,
        };
    }

    private readonly TokenTraits Traits(int i) =>
        i < paragraphEnd ? TokenTraits.Of(text, tokens[i], lexicon) : TokenTraits.None;
}
