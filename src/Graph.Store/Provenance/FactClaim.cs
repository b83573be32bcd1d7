using System.Collections.Immutable;
using System.Text.Json;
using Graph.Model;
using Graph.Store.Port;

namespace Graph.Store.Provenance;

/// <summary>A fact as one article states it, in the article's own ids.</summary>
/// <param name="From">Id the relationship starts from.</param>
/// <param name="Type">Relationship type.</param>
/// <param name="To">Id the relationship ends at.</param>
/// <param name="Qualifier">What tells apart two facts of one type between the same two; may be an id of the article.</param>
/// <param name="Polarity">False where the text says that it is not so.</param>
/// <param name="Certainty">Strongest reading over the article's evidence.</param>
/// <param name="Properties">Further properties.</param>
/// <param name="References">Ids of entities of the article that stand in qualifier or properties.</param>
public sealed record FactClaim(
    string From,
    string Type,
    string To,
    string Qualifier,
    bool Polarity,
    Certainty Certainty,
    ImmutableSortedDictionary<string, object> Properties,
    ImmutableArray<string> References)
{
    /// <summary>The claim as JSON; equal claims are equal text.</summary>
    public string ToJson() => ValueText.Of(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["from"] = From,
        ["type"] = Type,
        ["to"] = To,
        ["qualifier"] = Qualifier,
        ["polarity"] = Polarity,
        ["certainty"] = Certainty.Text(),
        ["properties"] = Properties,
        ["references"] = References,
    });

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static FactClaim Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        string Text(string name) => root.GetProperty(name).GetString()!;
        return new FactClaim(
            Text("from"), Text("type"), Text("to"), Text("qualifier"), root.GetProperty("polarity").GetBoolean(),
            CertaintyNames.TryParse(Text("certainty"), out var certainty) ? certainty : throw new FormatException(json),
            ClaimJson.Properties(root), ClaimJson.Texts(root, "references"));
    }
}
