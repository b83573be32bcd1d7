using System.Collections.Immutable;
using Graph.Model;

namespace Graph.Store.Provenance;

/// <summary>Everything that one article puts into the graph, in its own ids: the provenance layer's share.</summary>
/// <param name="Article">The article.</param>
/// <param name="Sentences">Its sentences in order; 0 is the headline.</param>
/// <param name="Extractor">Who read it: name and version, such as <c>rules/1</c>.</param>
/// <param name="Records">One an entity, ordinally by id.</param>
/// <param name="Mentions">Where the text refers to what, ordinally by id.</param>
/// <param name="Evidence">One a passage and fact, ordinally by id.</param>
public sealed record Contribution(
    Article Article,
    ImmutableArray<TextSpan> Sentences,
    string Extractor,
    ImmutableArray<EntityRecord> Records,
    ImmutableArray<MentionPlace> Mentions,
    ImmutableArray<EvidencePassage> Evidence)
{
    /// <summary>Equal for equal contributions: what tells an article that is in the graph already from a changed one.</summary>
    public string Digest => ContentHash.Of(string.Join('\n', Parts()));

    private IEnumerable<string> Parts()
    {
        yield return string.Join('\u001f', Extractor, Article.TextHash, Article.Title, Article.Date?.ToString("yyyy-MM-dd"), Article.Source, Article.Url);
        foreach (var sentence in Sentences)
        {
            yield return sentence.ToString();
        }

        foreach (var record in Records)
        {
            yield return $"{record.Id} {record.MentionCount} {record.Claim.ToJson()}";
        }

        foreach (var mention in Mentions)
        {
            yield return $"{mention.Id} {mention.Mention}";
        }

        foreach (var passage in Evidence)
        {
            yield return $"{passage.Fact.Id} {passage.Passage} {passage.Fact.Claim.ToJson()}";
        }
    }
}

/// <summary>A mention with the record that it belongs to.</summary>
/// <param name="Id">Unique id.</param>
/// <param name="Record">Id of the record.</param>
/// <param name="Mention">Where and how.</param>
public sealed record MentionPlace(string Id, string Record, Mention Mention);

/// <summary>Evidence as extracted, with the fact that it supports.</summary>
/// <param name="Fact">What takes part in working out the fact.</param>
/// <param name="Passage">The evidence itself.</param>
public sealed record EvidencePassage(FactEvidence Fact, Evidence Passage);
