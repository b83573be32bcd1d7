namespace Graph.Language.Tokenisation;

/// <summary>Decides between which tokens a sentence ends: by the layout where it is plain, else by the boundary model.</summary>
internal sealed class SentenceSplitter(TokenisationLexicon lexicon, BoundaryModel model)
{
    // A little below even odds: measured on EWT dev, a missed boundary between short lines is commoner than a false one.
    private const float Threshold = -1f;

    /// <summary>Adds the sentences of the buffered tokens to the buffer.</summary>
    public void Split(string text, TokenBuffer buffer)
    {
        for (var first = 0; first < buffer.Tokens.Length;)
        {
            var end = ParagraphEnd(text, buffer.Tokens, first);
            SplitParagraph(text, buffer, first, end);
            first = end;
        }
    }

    /// <summary>One past the last token before a blank line.</summary>
    internal static int ParagraphEnd(string text, ReadOnlySpan<TokenSpan> tokens, int first)
    {
        var i = first + 1;
        while (i < tokens.Length && LineLayout.Breaks(text, tokens[i - 1].End, tokens[i].Start) < 2)
        {
            i++;
        }

        return i;
    }

    /// <summary>0 without a gap, 1 with one, 2 with a line break.</summary>
    internal static int Spacing(string text, TokenSpan before, TokenSpan after) =>
        before.End == after.Start ? 0 : LineLayout.Breaks(text, before.End, after.Start) == 0 ? 1 : 2;

    private void SplitParagraph(string text, TokenBuffer buffer, int paragraphFirst, int paragraphEnd)
    {
        Span<int> rows = stackalloc int[BoundaryFeatures.Count];
        var tokens = buffer.Tokens;
        var longest = LineLayout.LongestLine(text, tokens[paragraphFirst].Start, tokens[paragraphEnd - 1].End);
        var scanner = new BoundaryScanner(text, tokens, paragraphFirst, paragraphEnd, lexicon);
        var first = paragraphFirst;
        while (scanner.MoveNext())
        {
            var (before, after) = (tokens[scanner.Position], tokens[scanner.Position + 1]);
            var spacing = Spacing(text, before, after);
            if (after.JoinsPrevious)
            {
                continue;
            }

            var ends = spacing == 2 && LineLayout.IsMeant(text, before.End, after.Start, after.End, longest);
            if (!ends)
            {
                // The treebanks have no line breaks inside a paragraph: a wrapped line reads on as after a space.
                BoundaryFeatures.Extract(scanner.Window(Math.Min(spacing, 1)), rows);
                ends = model.Score(rows) > Threshold;
            }

            if (ends)
            {
                buffer.AddSentence(first, scanner.Position + 1);
                first = scanner.Position + 1;
                scanner.EndSentence();
            }
        }

        buffer.AddSentence(first, paragraphEnd);
    }
}
