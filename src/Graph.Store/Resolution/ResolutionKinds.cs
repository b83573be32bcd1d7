using Graph.Model;
using Graph.Store.Provenance;

namespace Graph.Store.Resolution;

/// <summary>Which rules apply to which kind of entity. The ids of all other kinds say everything.</summary>
internal sealed class ResolutionKinds(Func<EntityClaim, PersonName> nameOf)
{
    private readonly PersonRules persons = new(nameOf);
    private readonly OrganisationRules organisations = new();
    private readonly EventRules events = new();

    /// <summary>The rules of a record's kind; null where its id says everything.</summary>
    public IResolutionRules? Of(EntityRecord record) =>
        record.IsEvent ? events
        : record.Kind == Labels.Person ? persons
        : record.Kind == Labels.Organisation ? organisations
        : null;

    /// <summary>Blocking keys of a record, ordinally sorted.</summary>
    public IReadOnlyList<string> Keys(EntityRecord record) =>
        [.. (Of(record)?.Keys(record) ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether the assignment of one record may depend on the other's.</summary>
    public bool MayDepend(EntityRecord one, EntityRecord other) =>
        Of(one) is { } rules && rules == Of(other) && rules.MayDepend(one, other);
}
