using System.Collections.Frozen;

namespace Graph.Model;

/// <summary>Relationship types of the ontology. One direction is stored; symmetric types run from the smaller id to the larger.</summary>
public static class RelationshipTypes
{
    public const string HoldsOffice = "HOLDS_OFFICE";
    public const string OfficeOf = "OFFICE_OF";
    public const string Leads = "LEADS";
    public const string Represents = "REPRESENTS";
    public const string AideTo = "AIDE_TO";
    public const string SpokespersonFor = "SPOKESPERSON_FOR";
    public const string WorkedUnder = "WORKED_UNDER";
    public const string MemberOf = "MEMBER_OF";
    public const string SeeksMembershipOf = "SEEKS_MEMBERSHIP_OF";
    public const string AgencyOf = "AGENCY_OF";
    public const string PartOf = "PART_OF";
    public const string AllyOf = "ALLY_OF";
    public const string CapitalOf = "CAPITAL_OF";
    public const string LocatedIn = "LOCATED_IN";
    public const string BasedIn = "BASED_IN";
    public const string ParticipantIn = "PARTICIPANT_IN";
    public const string Hosted = "HOSTED";
    public const string Mediated = "MEDIATED";
    public const string TookPlaceIn = "TOOK_PLACE_IN";
    public const string About = "ABOUT";
    public const string Preceded = "PRECEDED";
    public const string Caused = "CAUSED";
    public const string MetWith = "MET_WITH";
    public const string NegotiatesWith = "NEGOTIATES_WITH";
    public const string Called = "CALLED";
    public const string Sent = "SENT";
    public const string TravelledTo = "TRAVELLED_TO";
    public const string DepartedFrom = "DEPARTED_FROM";
    public const string Proposed = "PROPOSED";
    public const string Supports = "SUPPORTS";
    public const string Opposes = "OPPOSES";
    public const string OpenTo = "OPEN_TO";
    public const string Seeks = "SEEKS";
    public const string SeeksBetterTiesWith = "SEEKS_BETTER_TIES_WITH";
    public const string Rejected = "REJECTED";
    public const string PartyTo = "PARTY_TO";
    public const string Signed = "SIGNED";
    public const string Demands = "DEMANDS";
    public const string Pressures = "PRESSURES";
    public const string ConditionalOn = "CONDITIONAL_ON";
    public const string Considers = "CONSIDERS";
    public const string OfferedForcesTo = "OFFERED_FORCES_TO";
    public const string ProvidesAidTo = "PROVIDES_AID_TO";
    public const string Suspended = "SUSPENDED";
    public const string SuspendedAidTo = "SUSPENDED_AID_TO";
    public const string Sanctions = "SANCTIONS";
    public const string CooperatesWith = "COOPERATES_WITH";
    public const string ClashedWith = "CLASHED_WITH";
    public const string ConcededTo = "CONCEDED_TO";
    public const string Accused = "ACCUSED";
    public const string Threatened = "THREATENED";
    public const string Initiated = "INITIATED";
    public const string Repelled = "REPELLED";
    public const string Targeted = "TARGETED";
    public const string Benefits = "BENEFITS";
    public const string Attacked = "ATTACKED";
    public const string AtWarWith = "AT_WAR_WITH";
    public const string Occupies = "OCCUPIES";
    public const string ClaimedResponsibilityFor = "CLAIMED_RESPONSIBILITY_FOR";
    public const string Detained = "DETAINED";
    public const string Expelled = "EXPELLED";
    public const string MobilisedAgainst = "MOBILISED_AGAINST";
    public const string ProtestedAgainst = "PROTESTED_AGAINST";
    public const string Appointed = "APPOINTED";
    public const string Dismissed = "DISMISSED";
    public const string ResignedFrom = "RESIGNED_FROM";
    public const string Said = "SAID";
    public const string Reported = "REPORTED";
    public const string PublishedOn = "PUBLISHED_ON";
    public const string CautionedAbout = "CAUTIONED_ABOUT";
    public const string ConcernedAbout = "CONCERNED_ABOUT";
    public const string Shocked = "SHOCKED";
    public const string RelatedTo = "RELATED_TO";

    /// <summary>Types that read the same both ways.</summary>
    public static readonly FrozenSet<string> Symmetric =
        FrozenSet.ToFrozenSet([AllyOf, MetWith, NegotiatesWith, CooperatesWith, ClashedWith, AtWarWith], StringComparer.Ordinal);

    /// <summary>Every fact type; provenance types are not among them.</summary>
    public static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
    [
        HoldsOffice, OfficeOf, Leads, Represents, AideTo, SpokespersonFor, WorkedUnder, MemberOf, SeeksMembershipOf,
        AgencyOf, PartOf, AllyOf, CapitalOf, LocatedIn, BasedIn, ParticipantIn, Hosted, Mediated, TookPlaceIn, About,
        Preceded, Caused, MetWith, NegotiatesWith, Called, Sent, TravelledTo, DepartedFrom, Proposed, Supports,
        Opposes, OpenTo, Seeks, SeeksBetterTiesWith, Rejected, PartyTo, Signed, Demands, Pressures, ConditionalOn,
        Considers, OfferedForcesTo, ProvidesAidTo, Suspended, SuspendedAidTo, Sanctions, CooperatesWith, ClashedWith,
        ConcededTo, Accused, Threatened, Initiated, Repelled, Targeted, Benefits, Attacked, AtWarWith, Occupies,
        ClaimedResponsibilityFor, Detained, Expelled, MobilisedAgainst, ProtestedAgainst, Appointed, Dismissed,
        ResignedFrom, Said, Reported, PublishedOn, CautionedAbout, ConcernedAbout, Shocked, RelatedTo,
    ], StringComparer.Ordinal);
}
