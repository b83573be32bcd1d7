using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Facts;
using Graph.Extraction.Mentions;
using Graph.Model;

namespace Graph.Extraction.Documents;

/// <summary>Turns entities and facts into the article's graph: ids computed, evidence joined, everything in its order.</summary>
internal sealed class DocumentBuilder(ArticleContext context, EntityTable table, FactTable facts)
{
    private const double Confidence = 1;

    // The strongest first: what one passage asserts is not weakened by another that only reports it.
    private static readonly ImmutableArray<Certainty> Strength =
    [
        Certainty.Asserted, Certainty.Reported, Certainty.Denied, Certainty.Planned, Certainty.Proposed, Certainty.Demanded, Certainty.Analysis, Certainty.Inferred,
    ];

    private readonly Dictionary<EntityDraft, bool> weak = [];
    private readonly EntityIds ids = new(context.Article, facts.Facts);

    /// <summary>The document. Entities that are named by a common noun only and play no part in any fact are left out.</summary>
    public GraphDocument Build()
    {
        facts.RemoveWhere(fact => IsWeak(fact.From) || IsWeak(fact.To));
        var used = facts.Facts.SelectMany(fact => new[] { fact.From, fact.To }).ToHashSet();
        var kept = table.Entities.Where(entity => used.Contains(entity) || (entity.IsNamed && entity.Kind != EntityKind.Office)).ToList();
        return new GraphDocument
        {
            Article = context.Article,
            Sentences = [.. context.Document.Sentences.Select(sentence => sentence.Span)],
            Entities = [.. kept.GroupBy(ids.Of, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(Entity)],
            Facts = [.. facts.Facts.GroupBy(Key).Select(Fact).OrderBy(fact => fact.From, StringComparer.Ordinal)
                .ThenBy(fact => fact.Type, StringComparer.Ordinal).ThenBy(fact => fact.To, StringComparer.Ordinal)
                .ThenBy(fact => fact.Qualifier, StringComparer.Ordinal).ThenBy(fact => fact.Polarity)],
        };
    }

    // "reporters", "a port", "its territory": a common noun of which only standing relations are told is no node of its own.
    private bool IsWeak(EntityDraft entity)
    {
        if (entity.IsNamed || entity.Kind is not (EntityKind.Organisation or EntityKind.Place) || entity.Noun?.Class.Name == "allies")
        {
            return false;
        }

        if (!weak.TryGetValue(entity, out var isWeak))
        {
            isWeak = facts.Facts.Where(fact => fact.From == entity || fact.To == entity).All(IsStanding);
            weak[entity] = isWeak;
        }

        return isWeak;
    }

    private static bool IsStanding(FactDraft fact) =>
        fact.From.Kind == EntityKind.Statement || (!IsSaidByVerb(fact) && fact.Type is RelationshipTypes.LocatedIn or RelationshipTypes.BasedIn or RelationshipTypes.AgencyOf
            or RelationshipTypes.Represents or RelationshipTypes.MemberOf or RelationshipTypes.PartOf);

    // "Kenya joined the regional bloc" tells more than "the bloc's port".
    private static bool IsSaidByVerb(FactDraft fact) => fact.Evidence.Rule.StartsWith("frame.", StringComparison.Ordinal);

    private Entity Entity(IGrouping<string, EntityDraft> group)
    {
        var first = group.First();
        var properties = PropertyMap.Empty.ToBuilder();
        foreach (var (name, value) in group.SelectMany(entity => entity.Properties))
        {
            properties.TryAdd(name, value);
        }

        var mentions = group.SelectMany(entity => entity.Mentions).Select(Mention).Distinct()
            .OrderBy(mention => mention.Span).ThenBy(mention => mention.Rule, StringComparer.Ordinal);
        return new Entity
        {
            Id = group.Key,
            Labels = EntityKinds.LabelsOf(first.Kind),
            Name = first.Name,
            Aliases = [.. Aliases(group).Order(StringComparer.Ordinal)],
            Properties = properties.ToImmutable(),
            Mentions = [.. mentions],
        };
    }

    private HashSet<string> Aliases(IEnumerable<EntityDraft> group)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in group.Where(entity => entity.Kind is not EntityKind.Statement))
        {
            forms.UnionWith(entity.FurtherForms);
            forms.UnionWith(entity.Mentions.Where(linked => linked.Mention.Form != MentionForm.Pronoun)
                .Select(linked => NameText.OneLine(context.Text(linked.Mention.Sentence, linked.Mention.First, linked.Mention.End))));
        }

        return forms;
    }

    private Mention Mention(LinkedMention linked)
    {
        var (mention, rule) = linked;
        var form = mention.Form switch
        {
            MentionForm.Name or MentionForm.Nationality => "name",
            MentionForm.Pronoun => "pronoun",
            _ => "nominal",
        };
        return new Mention(mention.Sentence, context.Sentences[mention.Sentence].Span(mention.First, mention.End), form, mention.Reading, rule);
    }

    private (string From, string Type, string To, string Qualifier, bool Polarity) Key(FactDraft fact)
    {
        var qualifier = fact.Properties.TryGetValue("via", out var via) && via is EntityDraft entity ? ids.Of(entity) : fact.Qualifier;
        var (from, to) = (ids.Of(fact.From), ids.Of(fact.To));
        if (RelationshipTypes.Symmetric.Contains(fact.Type) && string.CompareOrdinal(to, from) < 0)
        {
            (from, to) = (to, from);
        }

        return (from, fact.Type, to, qualifier, fact.Evidence.Reading.Certainty != Certainty.Denied);
    }

    private Fact Fact(IGrouping<(string From, string Type, string To, string Qualifier, bool Polarity), FactDraft> group)
    {
        var properties = PropertyMap.Empty.ToBuilder();
        foreach (var (name, value) in group.SelectMany(fact => fact.Properties))
        {
            properties.TryAdd(name, value is EntityDraft entity ? ids.Of(entity) : value);
        }

        var speakers = group.SelectMany(fact => fact.Evidence.Reading.AttributedTo).Select(ids.Of).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (!speakers.IsEmpty)
        {
            properties["attributedTo"] = speakers.ToArray();
        }

        return new Fact
        {
            From = group.Key.From,
            Type = group.Key.Type,
            To = group.Key.To,
            Qualifier = group.Key.Qualifier,
            Polarity = group.Key.Polarity,
            Certainty = group.Select(fact => fact.Evidence.Reading.Certainty).MinBy(certainty => Strength.IndexOf(certainty)),
            Properties = properties.ToImmutable(),
            Evidence = [.. group.Select(fact => Evidence(fact.Evidence)).Distinct().OrderBy(evidence => evidence.Span).ThenBy(evidence => evidence.Rule, StringComparer.Ordinal)],
        };
    }

    private Evidence Evidence(FactEvidence evidence)
    {
        var syntax = context.Sentences[evidence.Sentence];
        var span = syntax.Span(evidence.First, evidence.End);
        return new Evidence(evidence.Sentence, span, span.Of(context.Document.Text), evidence.Reading.Certainty, syntax[evidence.Cue].Form, evidence.Rule, Confidence);
    }
}
