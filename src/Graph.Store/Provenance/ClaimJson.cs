using System.Collections.Immutable;
using System.Text.Json;
using Graph.Store.Port;

namespace Graph.Store.Provenance;

/// <summary>Reads the parts that claims have in common.</summary>
internal static class ClaimJson
{
    public static ImmutableArray<string> Texts(JsonElement claim, string name) =>
        [.. claim.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    public static ImmutableSortedDictionary<string, object> Properties(JsonElement claim) => claim.GetProperty("properties")
        .EnumerateObject()
        .Where(property => property.Value.ValueKind != JsonValueKind.Null)
        .ToImmutableSortedDictionary(property => property.Name, property => JsonValue.Of(property.Value)!, StringComparer.Ordinal);
}
