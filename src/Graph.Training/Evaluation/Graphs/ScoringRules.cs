using System.Collections.Frozen;
using static Graph.Model.RelationshipTypes;

namespace Graph.Training.Evaluation.Graphs;

/// <summary>Which kinds of entities are scored, and which types of relations are taken as one.</summary>
internal static class ScoringRules
{
    /// <summary>Relations about texts and passages, not about the world.</summary>
    private static readonly FrozenSet<string> LeftOut = FrozenSet.Create(
        StringComparer.Ordinal,
        "MENTIONS", "MENTIONED_IN", "HAS_SENTENCE", "HAS_MENTION", "REFERS_TO", "IN", "SAID", "REPORTED", "PUBLISHED_ON", "NEXT",
        "SUPPORTED_BY_SENTENCE", "EVIDENCED_BY", "HAS_EVIDENCE");

    private static readonly FrozenSet<string> SymmetricTypes = FrozenSet.Create(
        StringComparer.Ordinal, MetWith, NegotiatesWith, AtWarWith, ClashedWith, AllyOf, CooperatesWith);

    /// <summary>Groups of types that careful annotators mix up; an article's gold graph may add its own.</summary>
    public static IReadOnlyList<FrozenSet<string>> Equivalent { get; } =
    [
        Group(ParticipantIn, Hosted, "ATTENDED"),
        Group(TookPlaceIn, LocatedIn, "HELD_IN"),
        Group(HoldsOffice, Leads, Represents),
        Group(Pressures, Demands),
        Group(Suspended, SuspendedAidTo),
        Group(Initiated, Attacked, ClaimedResponsibilityFor),
        Group(Seeks, Supports),
        Group(AgencyOf, PartOf, BasedIn),
        Group(MemberOf, PartOf),
    ];

    public static FrozenSet<string> Group(params IEnumerable<string> types) => types.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsLeftOut(string type) => LeftOut.Contains(type);

    public static bool IsSymmetric(string type) => SymmetricTypes.Contains(type);

    /// <summary>Whether two groups of entities may stand for each other: a state is a place too, a government an organisation.</summary>
    public static bool AreCompatible(EntityGroup gold, EntityGroup extracted) => (gold, extracted) is
        (EntityGroup.State, EntityGroup.Place) or (EntityGroup.Place, EntityGroup.State)
        or (EntityGroup.Organisation, EntityGroup.State) or (EntityGroup.State, EntityGroup.Organisation)
        or (EntityGroup.Event, EntityGroup.Deal) or (EntityGroup.Deal, EntityGroup.Event);

    /// <summary>Whether a name may align by half of its words where no form is the same.</summary>
    public static bool AlignsByWords(EntityGroup group) =>
        group is EntityGroup.Event or EntityGroup.Deal or EntityGroup.Person or EntityGroup.Organisation;
}
