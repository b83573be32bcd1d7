namespace Graph.Language.Tokenisation;

/// <summary>Finds the tokens and sentences of English text by the conventions of the Universal Dependencies treebanks EWT and GUM.</summary>
/// <remarks>
/// Every UTF-16 unit of the text is in exactly one token or in a gap (white space, marks without width), so tokens and
/// gaps concatenate to the text. Instances hold no state and may be shared between threads, buffers may not.
/// </remarks>
public sealed class Tokeniser
{
    private readonly WordScanner words = new(TokenisationLexicon.Default);
    private readonly PunctuationScanner punctuation = new(TokenisationLexicon.Default);
    private readonly AddressScanner addresses = new(TokenisationLexicon.Default);
    private readonly SentenceSplitter sentences;

    /// <summary>Uses the boundary model that comes with the product.</summary>
    public Tokeniser()
        : this(BoundaryModel.Default)
    {
    }

    /// <summary>Uses another boundary model.</summary>
    public Tokeniser(BoundaryModel boundaries) => sentences = new SentenceSplitter(TokenisationLexicon.Default, boundaries);

    /// <summary>Fills <paramref name="buffer"/> with the tokens and sentences of <paramref name="text"/>; what was in it is gone.</summary>
    /// <remarks>Allocates nothing once the buffer has grown to the longest text.</remarks>
    public void Tokenise(string text, TokenBuffer buffer)
    {
        buffer.Clear();
        for (var i = 0; i < text.Length;)
        {
            if (Letters.IsGap(text[i]))
            {
                i++;
                continue;
            }

            var end = ChunkEnd(text, i);
            ScanChunk(text, i, end, buffer);
            i = end;
        }

        sentences.Split(text, buffer);
    }

    /// <summary>End of the run without gaps that begins at <paramref name="start"/>; joiners between letters are no gap.</summary>
    private static int ChunkEnd(string text, int start)
    {
        var i = start + 1;
        while (i < text.Length && (!Letters.IsGap(text[i]) || IsInnerJoiner(text, i)))
        {
            i++;
        }

        return i;
    }

    private static bool IsInnerJoiner(string text, int i) =>
        Letters.IsJoiner(text[i]) && Letters.IsWord(text[i - 1]) && i + 1 < text.Length && Letters.IsWord(text[i + 1]);

    private void ScanChunk(string text, int start, int end, TokenBuffer buffer)
    {
        for (var i = start; i < end;)
        {
            var address = addresses.End(text, start, i, end);
            if (address > i)
            {
                buffer.AddToken(i, address, joinsPrevious: false);
                i = address;
            }
            else if (words.Starts(text, i, end))
            {
                i = words.Scan(text, i, end, buffer);
            }
            else
            {
                i = punctuation.Scan(text, start, i, end, buffer);
            }
        }
    }
}
