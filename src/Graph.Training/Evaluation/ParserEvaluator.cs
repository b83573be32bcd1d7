using Graph.Language;
using Graph.Training.Corpora;

namespace Graph.Training.Evaluation;

/// <summary>Scores tagger and parser on a treebank, from raw text or by its own tokens.</summary>
internal static class ParserEvaluator
{
    /// <summary>The scores of the CoNLL 2018 shared task.</summary>
    public static ConllScores Score(LanguageAnalyzer analyzer, IReadOnlyList<ConlluSentence> gold, bool hasGoldTokens) =>
        ConllEvaluator.Score(
            gold, hasGoldTokens ? TextAnalysis.OfGoldTokens(analyzer, gold) : TextAnalysis.OfRawText(analyzer, gold));

    /// <summary>The running text of each document.</summary>
    public static IReadOnlyList<string> Texts(IReadOnlyList<ConlluSentence> gold) =>
        [.. TextAnalysis.Documents(gold).Select(document => RawText.Of(document))];
}
