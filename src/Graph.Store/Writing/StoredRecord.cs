using Graph.Store.Provenance;
using Graph.Store.Resolution;

namespace Graph.Store.Writing;

/// <summary>A record with what it is resolved to.</summary>
/// <param name="Record">The record.</param>
/// <param name="Assignment">What it is resolved to; null where it is new.</param>
internal sealed record StoredRecord(EntityRecord Record, Assignment? Assignment)
{
    public string Id => Record.Id;

    public static StoredRecord Read(ResultRow row, ClaimCache claims) => new(
        new EntityRecord(row.Text("article"), row.Text("localId"), row.TextOrNull("docDate"), row.Number("mentionCount"), claims.Entity(row.Text("claim")))
        {
            ResolvedParties = row.Texts("parties"),
        },
        new Assignment(row.Text("entity"), row.TextOrNull("rule"), row.TextOrNull("reason")));
}
