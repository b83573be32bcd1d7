using Graph.Model;
using Graph.Store.Port;

namespace Graph.Store.Provenance;

/// <summary>
/// The properties that every node and relationship must have. Neo4j's Community edition has no constraint that enforces
/// them, so they are enforced here, before anything is written.
/// </summary>
public static class DocumentCheck
{
    /// <summary>Code of the refusal.</summary>
    public const string Invalid = "Graph.Document.Invalid";

    /// <summary>Refuses a document that breaks a rule, naming every fault.</summary>
    /// <exception cref="CypherDatabaseException">With the code <see cref="Invalid"/>.</exception>
    public static void Check(GraphDocument document)
    {
        var faults = Faults(document).Take(10).ToList();
        if (faults.Count > 0)
        {
            throw new CypherDatabaseException(Invalid, $"The graph of {document.Article.Id} cannot be written: {string.Join("; ", faults)}.");
        }
    }

    private static IEnumerable<string> Faults(GraphDocument document)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(document.Article.Id))
        {
            yield return "the article has no id";
        }

        foreach (var fault in document.Sentences.Where(sentence => !IsIn(document, sentence)).Select(sentence => $"sentence {sentence} lies outside the text")
            .Concat(document.Entities.SelectMany(entity => OfEntity(document, entity, ids))))
        {
            yield return fault;
        }

        foreach (var fault in document.Facts.SelectMany(fact => OfFact(document, fact, ids)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> OfEntity(GraphDocument document, Entity entity, HashSet<string> ids)
    {
        if (string.IsNullOrWhiteSpace(entity.Id))
        {
            yield return $"entity '{entity.Name}' has no id";
        }
        else if (!ids.Add(entity.Id))
        {
            yield return $"{entity.Id} occurs twice";
        }

        if (string.IsNullOrWhiteSpace(entity.Name))
        {
            yield return $"{entity.Id} has no name";
        }

        if (entity.Labels.IsDefaultOrEmpty || entity.Labels.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{entity.Id} has no label";
        }

        foreach (var fault in entity.Mentions.Where(mention => !IsIn(document, mention.Sentence) || !IsIn(document, mention.Span))
            .Select(mention => $"a mention of {entity.Id} lies outside the text").Concat(OfProperties(entity.Id, entity.Properties)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> OfFact(GraphDocument document, Fact fact, HashSet<string> ids)
    {
        var name = $"{fact.From} {fact.Type} {fact.To}";
        if (!ids.Contains(fact.From) || !ids.Contains(fact.To))
        {
            yield return $"{name} has an end that is no entity of the document";
        }

        if (!RelationshipTypes.All.Contains(fact.Type))
        {
            yield return $"{name} is of no type of the ontology";
        }

        if (fact.Evidence.IsDefaultOrEmpty)
        {
            yield return $"{name} has no evidence";
            yield break;
        }

        foreach (var passage in fact.Evidence)
        {
            if (!IsIn(document, passage.Sentence) || !IsIn(document, passage.Span))
            {
                yield return $"evidence of {name} lies outside the text";
            }

            if (passage.Confidence is not (>= 0 and <= 1))
            {
                yield return $"{name} has a confidence of {passage.Confidence}";
            }
        }

        foreach (var fault in OfProperties(name, fact.Properties))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> OfProperties(string owner, IEnumerable<KeyValuePair<string, object>> properties) => properties
        .Where(property => property.Value is not (string or long or double or bool or IEnumerable<string>))
        .Select(property => $"property {property.Key} of {owner} is a {property.Value.GetType().Name}");

    private static bool IsIn(GraphDocument document, int sentence) => sentence >= 0 && sentence < document.Sentences.Length;

    private static bool IsIn(GraphDocument document, TextSpan span) => span.Start >= 0 && span.End <= document.Article.Text.Length && span.Start <= span.End;
}
