using Graph.Model;
using Graph.Store.Provenance;

namespace Graph.Store.Writing;

/// <summary>A fact between resolved entities.</summary>
/// <param name="From">Id of the entity the relationship starts from.</param>
/// <param name="Type">Relationship type.</param>
/// <param name="To">Id of the entity the relationship ends at.</param>
/// <param name="FactId">Unique id of the fact.</param>
internal sealed record FactKey(string From, string Type, string To, string FactId)
{
    /// <summary>Whether both ends were resolved to one entity: such a fact says nothing and is not written.</summary>
    public bool IsLoop => From == To;

    /// <summary>The fact that a claim states, with ends and qualifier resolved; symmetric types run from the smaller id to the larger.</summary>
    public static FactKey Of(FactClaim claim, IReadOnlyDictionary<string, string> resolved)
    {
        var from = References.Resolve(claim.From, resolved);
        var to = References.Resolve(claim.To, resolved);
        if (RelationshipTypes.Symmetric.Contains(claim.Type) && string.CompareOrdinal(from, to) > 0)
        {
            (from, to) = (to, from);
        }

        var qualifier = References.Resolve(claim.Qualifier, resolved);
        return new FactKey(from, claim.Type, to, Fact.IdOf(from, claim.Type, to, qualifier, claim.Polarity));
    }
}
