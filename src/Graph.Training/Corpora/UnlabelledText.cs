using System.Text.Json;
using Graph.Language.Tokenisation;

namespace Graph.Training.Corpora;

/// <summary>Text to learn from that nobody annotated, or whose annotation is left aside: documents of sentences of tokens.</summary>
/// <remarks>From GMB and KnowledgeNet only the words are taken.</remarks>
internal static class UnlabelledText
{
    // GMB's documents are not marked; neighbouring sentences are of one document.
    private const int SentencesADocument = 12;
    private const int LongestSentence = 80;
    private const int ShortestSentence = 4;

    /// <summary>Reads news of GMB, passages of KnowledgeNet and the articles of a folder.</summary>
    /// <param name="articles">Folder of JSON Lines files; null for none.</param>
    public static IEnumerable<IReadOnlyList<string[]>> Read(CorpusFolder corpora, string? articles)
    {
        var news = Iob2Reader.ReadFile(corpora.GmbTrain).Chunk(SentencesADocument)
            .Select(sentences => sentences.Select(sentence => sentence.Tokens.ToArray()));
        var tokeniser = new Tokeniser();
        var buffer = new TokenBuffer();
        var texts = Passages(corpora.KnowledgeNet).Concat(articles is null ? [] : CorpusFolder.Articles(articles));
        return news.Concat(texts.Select(text => Sentences(text, tokeniser, buffer).AsEnumerable()))
            .Select(document => document.Where(sentence => sentence.Length is >= ShortestSentence and <= LongestSentence).ToArray())
            .Where(document => document.Length > 0);
    }

    private static List<string[]> Sentences(string text, Tokeniser tokeniser, TokenBuffer buffer)
    {
        tokeniser.Tokenise(text, buffer);
        var sentences = new List<string[]>();
        foreach (var range in buffer.Sentences)
        {
            var tokens = new string[range.End - range.First];
            for (var i = 0; i < tokens.Length; i++)
            {
                tokens[i] = buffer.Tokens[range.First + i].Span.Of(text);
            }

            sentences.Add(tokens);
        }

        return sentences;
    }

    // A line is a fact; several rest on one passage.
    private static IEnumerable<string> Passages(string path) => File.ReadLines(path).Select(line =>
    {
        using var fact = JsonDocument.Parse(line);
        return fact.RootElement.GetProperty("passage").GetString()!;
    }).Distinct(StringComparer.Ordinal);
}
