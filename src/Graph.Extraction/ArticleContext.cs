using System.Collections.Immutable;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Syntax;
using Graph.Language;
using Graph.Language.Gazetteer;
using Graph.Model;

namespace Graph.Extraction;

/// <summary>An analysed article with what the rules know; shared by all stages and never changed.</summary>
internal sealed class ArticleContext
{
    public ArticleContext(Article article, ParsedDocument document, ExtractionLexicon lexicon, GazetteerIndex gazetteer)
    {
        (Article, Document, Lexicon, Gazetteer) = (article, document, lexicon, gazetteer);
        Sentences = [.. document.Sentences.Select(sentence => new SentenceSyntax(sentence))];
        Clauses = [.. Sentences.Select(sentence => new ClauseReader(sentence).ReadAll())];
    }

    public Article Article { get; }

    public ParsedDocument Document { get; }

    public ExtractionLexicon Lexicon { get; }

    public GazetteerIndex Gazetteer { get; }

    public ImmutableArray<SentenceSyntax> Sentences { get; }

    /// <summary>Clauses by sentence.</summary>
    public ImmutableArray<ImmutableArray<Clause>> Clauses { get; }

    /// <summary>Raw text of a token range.</summary>
    public string Text(int sentence, int first, int end) => Sentences[sentence].Span(first, end).Of(Document.Text);
}
