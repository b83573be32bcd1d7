using System.Collections.Immutable;
using Graph.Model;

namespace Graph.Store.Provenance;

/// <summary>Turns a graph document into the article's contribution.</summary>
public static class ContributionBuilder
{
    /// <summary>The contribution of a document.</summary>
    /// <param name="document">What was extracted.</param>
    /// <param name="extractor">Name and version of the extractor, such as <c>rules/1</c>.</param>
    /// <exception cref="Port.CypherDatabaseException">The document breaks a rule of the model (<see cref="DocumentCheck"/>).</exception>
    public static Contribution Build(GraphDocument document, string extractor)
    {
        DocumentCheck.Check(document);
        var article = document.Article;
        var entities = document.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        var surroundings = new SurroundingsReader(document, entities);
        return new Contribution(
            article,
            document.Sentences,
            extractor,
            [.. document.Entities.Select(entity => Record(article, entity, entities, surroundings)).OrderBy(record => record.Id, StringComparer.Ordinal)],
            [.. document.Entities.SelectMany(entity => Mentions(article, entity)).DistinctBy(mention => mention.Id).OrderBy(mention => mention.Id, StringComparer.Ordinal)],
            [.. document.Facts.SelectMany(fact => Passages(document, fact, entities)).DistinctBy(passage => passage.Fact.Id).OrderBy(passage => passage.Fact.Id, StringComparer.Ordinal)]);
    }

    private static string? DocDate(Article article) => article.Date?.ToString("yyyy-MM-dd");

    private static EntityRecord Record(
        Article article, Entity entity, Dictionary<string, Entity> entities, SurroundingsReader surroundings) => new(
        article.Id,
        entity.Id,
        DocDate(article),
        entity.Mentions.Length,
        new EntityClaim(
            [.. entity.Labels.Where(label => label != Labels.Entity)],
            entity.Name,
            [.. entity.Aliases.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            entity.Properties,
            References(entities, entity.Properties, ""),
            surroundings.Of(entity)));

    private static IEnumerable<MentionPlace> Mentions(Article article, Entity entity) => entity.Mentions.Select(mention => new MentionPlace(
        $"mention:{ProvenanceIds.Suffix(article.Id)}:{mention.Span.Start}-{mention.Span.End}:{entity.Id}",
        EntityRecord.IdOf(article.Id, entity.Id),
        mention));

    private static IEnumerable<EvidencePassage> Passages(GraphDocument document, Fact fact, Dictionary<string, Entity> entities)
    {
        var article = document.Article;
        var claim = new FactClaim(
            fact.From, fact.Type, fact.To, fact.Qualifier, fact.Polarity, fact.Certainty, fact.Properties,
            References(entities, fact.Properties, fact.Qualifier));
        foreach (var passage in fact.Evidence)
        {
            var place = ContentHash.Short(fact.Id, passage.Sentence.ToString(), passage.Span.Start.ToString(), passage.Span.End.ToString(), passage.Rule);
            yield return new EvidencePassage(
                new FactEvidence(
                    article.Id, DocDate(article), passage.Sentence, document.Sentences[passage.Sentence].Of(article.Text), passage.Span,
                    passage.Certainty, passage.Confidence, claim)
                {
                    Id = $"evidence:{ProvenanceIds.Suffix(article.Id)}:{place}",
                },
                passage);
        }
    }

    /// <summary>Ids of the document's entities that stand as values in properties or qualifier.</summary>
    private static ImmutableArray<string> References(
        Dictionary<string, Entity> entities, ImmutableSortedDictionary<string, object> properties, string qualifier)
    {
        var texts = properties.Values.SelectMany(value => value switch
        {
            string text => [text],
            IEnumerable<string> list => list,
            _ => [],
        });
        return [.. texts.Append(qualifier).Where(entities.ContainsKey).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
