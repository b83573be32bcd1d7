using System.Collections.Immutable;
using Graph.Model;

namespace Graph.Extraction.Entities;

/// <summary>What an entity is; each kind is the label of the same name.</summary>
internal enum EntityKind
{
    Person,
    State,
    Organisation,
    Place,
    Office,
    Meeting,
    Trip,
    Attack,
    Conflict,
    Action,
    Agreement,
    Policy,
    Statement,
    Source,
}

/// <summary>Groups of kinds that rules speak of.</summary>
internal static class EntityKinds
{
    /// <summary>Who can act: a person, a state or an organisation.</summary>
    public static bool IsActor(this EntityKind kind) => kind is EntityKind.Person or EntityKind.State or EntityKind.Organisation;

    /// <summary>What happens in time.</summary>
    public static bool IsEvent(this EntityKind kind) =>
        kind is EntityKind.Meeting or EntityKind.Trip or EntityKind.Attack or EntityKind.Conflict or EntityKind.Action;

    /// <summary>What is agreed, proposed or decreed.</summary>
    public static bool IsDeal(this EntityKind kind) => kind is EntityKind.Agreement or EntityKind.Policy;

    /// <summary>Whether something can be somewhere or somebody can go there.</summary>
    public static bool IsPlace(this EntityKind kind) => kind is EntityKind.State or EntityKind.Place;

    /// <summary>Labels as the graph has them, the most specific first.</summary>
    public static ImmutableArray<string> LabelsOf(EntityKind kind) => kind switch
    {
        EntityKind.State => [Labels.State, Labels.Place],
        _ when kind.IsEvent() => [kind.ToString(), Labels.Event],
        _ => [kind.ToString()],
    };
}
