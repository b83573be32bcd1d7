using Graph.Language;
using Graph.Training.Corpora;

namespace Graph.Training.Evaluation;

/// <summary>Runs the analyser as the product does over the text of a corpus, or over a corpus's own tokens.</summary>
internal static class TextAnalysis
{
    /// <summary>The sentences of each document; where a corpus marks none, all are one document.</summary>
    public static IEnumerable<ConlluSentence[]> Documents(IReadOnlyList<ConlluSentence> sentences)
    {
        var start = 0;
        for (var i = 1; i <= sentences.Count; i++)
        {
            if (i == sentences.Count || sentences[i].StartsDocument)
            {
                yield return [.. sentences.Skip(start).Take(i - start)];
                start = i;
            }
        }
    }

    /// <summary>Analyses the running text of each document.</summary>
    public static IReadOnlyList<ConlluSentence> OfRawText(LanguageAnalyzer analyzer, IReadOnlyList<ConlluSentence> gold) =>
        [.. Documents(gold).SelectMany(document => analyzer.Analyze(RawText.Of(document), date: null).Sentences.Select(Columns))];

    /// <summary>Analyses each document by its own tokens and sentences.</summary>
    public static IReadOnlyList<ConlluSentence> OfGoldTokens(LanguageAnalyzer analyzer, IReadOnlyList<ConlluSentence> gold)
    {
        var result = new List<ConlluSentence>(gold.Count);
        foreach (var document in Documents(gold))
        {
            var parsed = OfTokens(analyzer, [.. document.Select(sentence => sentence.Words.Select(word => word.Form))]);
            result.AddRange(parsed.Sentences.Zip(document, (sentence, source) => Columns(sentence) with { Tokens = source.Tokens }));
        }

        return result;
    }

    /// <summary>Analyses sentences that are given as tokens.</summary>
    public static ParsedDocument OfTokens(LanguageAnalyzer analyzer, IReadOnlyList<IEnumerable<string>> sentences)
    {
        var given = TokenisedText.Of(sentences);
        return analyzer.Analyze(given.Text, date: null, (_, buffer) => given.Fill(buffer));
    }

    // Clitics stand as tokens of their own: the scores of words do not depend on what was written together.
    private static ConlluSentence Columns(Sentence sentence) => new(
        "", StartsDocument: false, StartsParagraph: false,
        [.. sentence.Tokens.Select(token => new ConlluWord(
            token.Form, token.Lemma, token.Upos, token.Xpos, "", token.Head, token.Deprel, ""))],
        [.. sentence.Tokens.Select((token, i) => new ConlluSurfaceToken(token.Form, i, i + 1, SpaceAfter: true))]);
}
