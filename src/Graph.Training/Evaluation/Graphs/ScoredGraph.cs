using Graph.Model;

namespace Graph.Training.Evaluation.Graphs;

/// <summary>An entity of a graph to be scored.</summary>
/// <param name="Name">What it is shown as.</param>
/// <param name="Forms">Its folded names.</param>
/// <param name="IsCore">False for gold entities that may be left out.</param>
internal sealed record ScoredEntity(string Id, string Name, EntityGroup Group, bool IsOffice, HashSet<string> Forms, bool IsCore)
{
    public bool IsScored => Group != EntityGroup.Other;

    /// <summary>The group of an entity by its labels; the first that fits in the order of <see cref="EntityGroup"/>.</summary>
    public static EntityGroup GroupOf(IReadOnlyCollection<string> labels)
    {
        bool Has(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (labels.Contains(name))
                {
                    return true;
                }
            }

            return false;
        }

        return Has(Labels.Meeting, Labels.Trip, Labels.Attack, Labels.Conflict, Labels.Action, Labels.Event) ? EntityGroup.Event
            : Has(Labels.Agreement, Labels.Policy) ? EntityGroup.Deal
            : Has(Labels.Person) ? EntityGroup.Person
            : Has(Labels.State) ? EntityGroup.State
            : Has(Labels.Place) ? EntityGroup.Place
            : Has(Labels.Organisation) ? EntityGroup.Organisation
            : EntityGroup.Other;
    }
}

/// <summary>A relation of a graph to be scored.</summary>
/// <param name="Certainty">Null where the graph gives none.</param>
/// <param name="Properties">Its properties as text.</param>
internal sealed record ScoredRelation(
    string From, string Type, string To, bool IsCore, string? Certainty, IReadOnlyDictionary<string, string> Properties)
{
    public bool IsDenied => Certainty == "denied";
}

/// <summary>A graph to be scored: relations run between scored entities, offices are collapsed to what they are offices of.</summary>
internal sealed class ScoredGraph
{
    /// <param name="entities">All entities; the first with an id counts.</param>
    /// <param name="relations">All relations as written.</param>
    public ScoredGraph(IEnumerable<ScoredEntity> entities, IReadOnlyList<ScoredRelation> relations)
    {
        Entities = entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        Relations = [.. Collapse(relations).Where(IsScored)];
    }

    public IReadOnlyDictionary<string, ScoredEntity> Entities { get; }

    public IReadOnlyList<ScoredRelation> Relations { get; }

    private bool IsScored(ScoredRelation relation) => relation.From != relation.To
        && Entities.TryGetValue(relation.From, out var from) && from.IsScored
        && Entities.TryGetValue(relation.To, out var to) && to.IsScored;

    // person HOLDS_OFFICE office, office OFFICE_OF x: person HOLDS_OFFICE x.
    private IEnumerable<ScoredRelation> Collapse(IReadOnlyList<ScoredRelation> relations)
    {
        var jurisdictions = relations.Where(relation => relation.Type == RelationshipTypes.OfficeOf)
            .ToLookup(relation => relation.From, relation => relation.To, StringComparer.Ordinal);
        foreach (var relation in relations)
        {
            if (ScoringRules.IsLeftOut(relation.Type) || relation.Type == RelationshipTypes.OfficeOf
                || !Entities.TryGetValue(relation.To, out var target))
            {
                continue;
            }

            if (!target.IsOffice)
            {
                yield return relation;
                continue;
            }

            foreach (var jurisdiction in jurisdictions[relation.To].Distinct(StringComparer.Ordinal))
            {
                yield return relation with { To = jurisdiction };
            }
        }
    }
}
