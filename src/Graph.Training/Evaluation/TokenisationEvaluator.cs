using System.Collections.Immutable;
using Graph.Language.Tokenisation;
using Graph.Training.Corpora;

namespace Graph.Training.Evaluation;

/// <summary>Scores tokens and sentences from raw text.</summary>
public static class TokenisationEvaluator
{
    /// <summary>Writes out the running text of <paramref name="gold"/>, tokenises it and scores the outcome.</summary>
    /// <returns>Only <c>Tokens</c>, <c>Sentences</c> and <c>Words</c> say something; there are no tags.</returns>
    public static ConllScores Score(IReadOnlyList<ConlluSentence> gold, Tokeniser tokeniser)
    {
        var text = RawText.Of(gold);
        var buffer = new TokenBuffer();
        tokeniser.Tokenise(text, buffer);
        return ConllEvaluator.Score(gold, Sentences(text, buffer));
    }

    /// <summary>What the tokeniser found, as untagged CoNLL-U sentences.</summary>
    public static IReadOnlyList<ConlluSentence> Sentences(string text, TokenBuffer buffer)
    {
        var sentences = new List<ConlluSentence>(buffer.Sentences.Length);
        foreach (var range in buffer.Sentences)
        {
            sentences.Add(Sentence(text, buffer.Tokens[range.First..range.End]));
        }

        return sentences;
    }

    private static ConlluSentence Sentence(string text, ReadOnlySpan<TokenSpan> tokens)
    {
        var words = ImmutableArray.CreateBuilder<ConlluWord>(tokens.Length);
        var surface = ImmutableArray.CreateBuilder<ConlluSurfaceToken>(tokens.Length);
        for (var first = 0; first < tokens.Length;)
        {
            var end = first + 1;
            while (end < tokens.Length && tokens[end].JoinsPrevious)
            {
                end++;
            }

            foreach (var token in tokens[first..end])
            {
                words.Add(new ConlluWord(token.Span.Of(text), "", "", "", "", -1, "", ""));
            }

            var isSpaced = end == tokens.Length || tokens[end].Start > tokens[end - 1].End;
            surface.Add(new ConlluSurfaceToken(text[tokens[first].Start..tokens[end - 1].End], first, end, isSpaced));
            first = end;
        }

        return new ConlluSentence("", StartsDocument: false, StartsParagraph: false, words.ToImmutable(), surface.ToImmutable());
    }
}
