using System.Collections.Immutable;
using Graph.Model;
using Graph.Store.Provenance;

namespace Graph.Store.Writing;

/// <summary>A fact's relationship: what all evidence for it says together.</summary>
/// <param name="Key">Between whom it is, and its id.</param>
/// <param name="Properties">Every property, <c>factId</c> among them.</param>
internal sealed record FactView(FactKey Key, ImmutableSortedDictionary<string, object?> Properties)
{
    /// <summary>A pure function of the set of evidence.</summary>
    /// <param name="key">The fact.</param>
    /// <param name="evidence">Everything that supports it, at least one passage.</param>
    /// <param name="resolved">For a passage's references, what they are resolved to.</param>
    public static FactView Of(FactKey key, IEnumerable<FactEvidence> evidence, Func<FactEvidence, IReadOnlyDictionary<string, string>> resolved)
    {
        // Oldest first: what the newest article says of a property stands in the end.
        var ordered = evidence.OrderBy(passage => passage.DocDate ?? "", StringComparer.Ordinal)
            .ThenBy(passage => passage.Article, StringComparer.Ordinal).ThenBy(passage => passage.Span)
            .ThenBy(passage => passage.Id, StringComparer.Ordinal).ToList();
        var properties = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var passage in ordered)
        {
            foreach (var (name, value) in passage.Claim.Properties)
            {
                properties[name] = References.Resolve(value, resolved(passage));
            }
        }

        var best = ordered.OrderBy(passage => passage.Certainty).ThenByDescending(passage => passage.Confidence).First();
        var dates = ordered.Select(passage => passage.DocDate).OfType<string>().ToList();
        properties["factId"] = key.FactId;
        properties["polarity"] = best.Claim.Polarity;
        properties["certainty"] = ordered.Min(passage => passage.Claim.Certainty).Text();
        properties["confidence"] = ordered.Max(passage => passage.Confidence);
        properties["evidenceCount"] = (long)ordered.Count;
        properties["articleCount"] = (long)ordered.Select(passage => passage.Article).Distinct(StringComparer.Ordinal).Count();
        properties["firstReported"] = dates.Count > 0 ? dates[0] : null;
        properties["lastReported"] = dates.Count > 0 ? dates[^1] : null;
        properties["sentence"] = best.SentenceText;
        properties["article"] = best.Article;
        properties["sentenceIndex"] = (long)best.Sentence;
        properties["start"] = (long)best.Span.Start;
        properties["end"] = (long)best.Span.End;
        return new FactView(key, properties.ToImmutable());
    }
}
