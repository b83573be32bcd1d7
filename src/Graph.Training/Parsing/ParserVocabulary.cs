using Graph.Training.Corpora;

namespace Graph.Training.Parsing;

/// <summary>The joint tags (<c>XPOS|UPOS</c>) and relations of a corpus, numbered in ordinal order.</summary>
internal sealed class ParserVocabulary
{
    private readonly Dictionary<string, int> tagNumbers;
    private readonly Dictionary<string, int> labelNumbers;

    public ParserVocabulary(IEnumerable<ConlluSentence> sentences)
    {
        var words = sentences.SelectMany(sentence => sentence.Words).ToArray();
        Tags = [.. words.Select(TagOf).Distinct().Order(StringComparer.Ordinal)];
        Labels = [.. words.Select(word => word.Deprel).Distinct().Order(StringComparer.Ordinal)];
        tagNumbers = Tags.Index().ToDictionary(tag => tag.Item, tag => tag.Index, StringComparer.Ordinal);
        labelNumbers = Labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Tags { get; }

    public IReadOnlyList<string> Labels { get; }

    public static string TagOf(ConlluWord word) => word.Xpos + "|" + word.Upos;

    public int NumberOfTag(ConlluWord word) => tagNumbers.GetValueOrDefault(TagOf(word), -1);

    public int NumberOfLabel(ConlluWord word) => labelNumbers.GetValueOrDefault(word.Deprel, -1);
}
