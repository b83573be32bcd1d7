using Graph.Extraction.Coreference;
using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;

namespace Graph.Extraction.Events;

/// <summary>For which state or organisation somebody stands: "Rubio" and "U.S. officials" are of one side.</summary>
internal sealed class Sides
{
    private readonly Dictionary<EntityDraft, EntityDraft> sides = [];

    public Sides(Actors actors)
    {
        foreach (var holding in actors.Holdings.Where(holding => holding.Title.Entry.Kind != TitleKind.Honorific && holding.Title.Status == Mentions.OfficeStatus.Current))
        {
            if ((holding.Owners.FirstOrDefault(owner => owner.Kind == EntityKind.State) ?? holding.Owners.FirstOrDefault()) is { } first)
            {
                sides.TryAdd(holding.Person, first);
            }
            else if (holding.Title.Entry.State.Length > 0 && actors.Entities.Entities.FirstOrDefault(entity => entity.State?.Iso3 == holding.Title.Entry.State) is { } state)
            {
                sides.TryAdd(holding.Person, state);
            }
        }

        foreach (var ownership in actors.Ownerships)
        {
            sides.TryAdd(ownership.Group, ownership.Owner);
        }
    }

    /// <summary>Lets somebody stand for a side that was found later.</summary>
    public void Assign(EntityDraft entity, EntityDraft side) => sides.TryAdd(entity, side);

    /// <summary>The side of an actor: the last one up the chain from aide to state; itself where none is known.</summary>
    public EntityDraft Of(EntityDraft entity)
    {
        var at = entity;
        for (var steps = 0; steps < 4 && sides.TryGetValue(at, out var next); steps++)
        {
            at = next;
        }

        return at;
    }
}
