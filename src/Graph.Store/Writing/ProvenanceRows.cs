using System.Collections.Immutable;
using Graph.Model;
using Graph.Store.Provenance;

namespace Graph.Store.Writing;

/// <summary>The nodes of the provenance layer as rows.</summary>
internal static class ProvenanceRows
{
    public static NodeRow Article(Contribution contribution)
    {
        var article = contribution.Article;
        return new NodeRow(article.Id, Map(
            ("id", article.Id), ("title", article.Title), ("date", article.Date?.ToString("yyyy-MM-dd")), ("source", article.Source), ("url", article.Url),
            ("sha256", article.TextHash), ("digest", contribution.Digest), ("extractor", contribution.Extractor)));
    }

    public static IEnumerable<ArticlePartRow> Sentences(Contribution contribution)
    {
        var article = contribution.Article;
        return contribution.Sentences.Select((span, index) => new ArticlePartRow(ProvenanceIds.Sentence(article.Id, index), article.Id, Map(
            ("id", ProvenanceIds.Sentence(article.Id, index)), ("index", (long)index), ("start", (long)span.Start), ("end", (long)span.End),
            ("text", span.Of(article.Text)))));
    }

    public static ArticlePartRow Record(StoredRecord stored)
    {
        var record = stored.Record;
        return new ArticlePartRow(record.Id, record.Article, Map(
            ("id", record.Id), ("article", record.Article), ("localId", record.LocalId), ("docDate", record.DocDate),
            ("mentionCount", record.MentionCount), ("claim", record.Claim.ToJson())));
    }

    public static SentencePartRow Mention(Article article, MentionPlace place)
    {
        var mention = place.Mention;
        return new SentencePartRow(place.Id, ProvenanceIds.Sentence(article.Id, mention.Sentence), Map(
            ("id", place.Id), ("record", place.Record), ("form", mention.Form), ("start", (long)mention.Span.Start), ("end", (long)mention.Span.End),
            ("text", mention.Span.Of(article.Text)), ("reading", mention.Reading), ("rule", mention.Rule)));
    }

    public static SentencePartRow Evidence(string extractor, EvidencePassage place, FactKey key)
    {
        var (fact, passage) = place;
        return new SentencePartRow(fact.Id, ProvenanceIds.Sentence(fact.Article, fact.Sentence), Map(
            ("id", fact.Id), ("article", fact.Article), ("docDate", fact.DocDate), ("factId", key.FactId), ("from", key.From), ("type", key.Type), ("to", key.To),
            ("polarity", fact.Claim.Polarity), ("sentenceIndex", (long)fact.Sentence), ("start", (long)fact.Span.Start), ("end", (long)fact.Span.End),
            ("text", passage.Text), ("certainty", fact.Certainty.Text()), ("confidence", fact.Confidence), ("cue", passage.Cue), ("rule", passage.Rule),
            ("extractor", extractor), ("claim", fact.Claim.ToJson())));
    }

    /// <summary>Only events have parties; without any the property is left out.</summary>
    public static ImmutableArray<string>? Parties(EntityRecord record) => record.ResolvedParties.IsEmpty ? null : record.ResolvedParties;

    private static Dictionary<string, object?> Map(params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        var map = new Dictionary<string, object?>(properties.Length, StringComparer.Ordinal);
        foreach (var (name, value) in properties)
        {
            map[name] = value;
        }

        return map;
    }
}
