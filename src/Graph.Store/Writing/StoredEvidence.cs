using Graph.Model;
using Graph.Store.Provenance;

namespace Graph.Store.Writing;

/// <summary>A passage with the fact that it supports in the graph.</summary>
/// <param name="Evidence">The passage.</param>
/// <param name="Key">The fact between resolved entities.</param>
internal sealed record StoredEvidence(FactEvidence Evidence, FactKey Key)
{
    public string Id => Evidence.Id;

    public static StoredEvidence Read(ResultRow row, ClaimCache claims) => new(
        new FactEvidence(
            row.Text("article"), row.TextOrNull("docDate"), (int)row.Number("sentenceIndex"), row.Text("sentence"),
            new TextSpan((int)row.Number("start"), (int)row.Number("end")),
            CertaintyNames.TryParse(row.Text("certainty"), out var certainty) ? certainty : default,
            row.Fraction("confidence"), claims.Fact(row.Text("claim")))
        {
            Id = row.Text("id"),
        },
        new FactKey(row.Text("from"), row.Text("type"), row.Text("to"), row.Text("factId")));
}
