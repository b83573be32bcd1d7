namespace Graph.Language.Tokenisation;

/// <summary>Holds the tokens and sentences of one text; reused from text to text, it allocates only when a text is longer than any before.</summary>
/// <remarks>Not safe for use by two threads at once. Spans handed out are valid until the next text.</remarks>
public sealed class TokenBuffer
{
    private TokenSpan[] tokens = new TokenSpan[256];
    private SentenceRange[] sentences = new SentenceRange[32];
    private int tokenCount;
    private int sentenceCount;

    /// <summary>Tokens in text order, not overlapping.</summary>
    public ReadOnlySpan<TokenSpan> Tokens => tokens.AsSpan(0, tokenCount);

    /// <summary>Sentences in text order; together they hold every token once.</summary>
    public ReadOnlySpan<SentenceRange> Sentences => sentences.AsSpan(0, sentenceCount);

    internal void Clear() => tokenCount = sentenceCount = 0;

    internal void AddToken(int start, int end, bool joinsPrevious)
    {
        if (tokenCount == tokens.Length)
        {
            Array.Resize(ref tokens, 2 * tokens.Length);
        }

        tokens[tokenCount++] = new TokenSpan(start, end, joinsPrevious);
    }

    internal void AddSentence(int first, int end)
    {
        if (sentenceCount == sentences.Length)
        {
            Array.Resize(ref sentences, 2 * sentences.Length);
        }

        sentences[sentenceCount++] = new SentenceRange(first, end);
    }
}
