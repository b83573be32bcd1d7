using Graph.Language;
using Graph.Language.Models;
using Graph.Training.Corpora;
using Graph.Training.Evaluation;

namespace Graph.Training.Parsing;

/// <summary>Several parsers that annotate together: what most of them say is kept, the rest is left unknown.</summary>
internal sealed class ParserAnnotator(IReadOnlyList<LanguageModels> models)
{
    private readonly LanguageAnalyzer[] analyzers = [.. models.Select(model => new LanguageAnalyzer(model))];

    /// <summary>Annotates one document; a word whose head or relation is disputed has no relation, one whose tag is disputed no tag.</summary>
    public IEnumerable<ConlluSentence> Annotate(IReadOnlyList<string[]> sentences)
    {
        var parses = analyzers.Select(analyzer => TextAnalysis.OfTokens(analyzer, sentences)).ToArray();
        for (var i = 0; i < sentences.Count; i++)
        {
            var versions = parses.Select(parse => parse.Sentences[i].Tokens).ToArray();
            var words = versions[0].Select((_, word) => Agreed([.. versions.Select(version => version[word])]));
            yield return new ConlluSentence("", StartsDocument: i == 0, StartsParagraph: false, [.. words], []);
        }
    }

    private static ConlluWord Agreed(Token[] versions)
    {
        var tag = Majority(versions.Select(version => (version.Upos, version.Xpos)), versions.Length);
        var arc = Majority(versions.Select(version => (version.Head, version.Deprel)), versions.Length);
        return new ConlluWord(
            versions[0].Form, "_", tag?.Upos ?? "", tag?.Xpos ?? "", "", arc?.Head ?? -1, arc?.Deprel ?? "", "");
    }

    private static T? Majority<T>(IEnumerable<T> votes, int count)
        where T : struct
    {
        var most = votes.GroupBy(vote => vote).MaxBy(group => group.Count())!;
        return 2 * most.Count() > count ? most.Key : null;
    }
}
