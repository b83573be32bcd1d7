using System.Collections.Immutable;
using System.Text.Json;
using Graph.Store.Port;

namespace Graph.Store.Provenance;

/// <summary>What one article says an entity is, in the article's own ids.</summary>
/// <param name="Labels">Labels without <c>Entity</c>, most specific first.</param>
/// <param name="Name">Name shown to people.</param>
/// <param name="Aliases">Surface forms, ordinally sorted.</param>
/// <param name="Properties">Further properties.</param>
/// <param name="References">Ids of other entities of the article that stand in the properties.</param>
/// <param name="Surroundings">What tells it apart from others of its name.</param>
public sealed record EntityClaim(
    ImmutableArray<string> Labels,
    string Name,
    ImmutableArray<string> Aliases,
    ImmutableSortedDictionary<string, object> Properties,
    ImmutableArray<string> References,
    Surroundings Surroundings)
{
    /// <summary>The claim as JSON; equal claims are equal text.</summary>
    public string ToJson() => ValueText.Of(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["labels"] = Labels,
        ["name"] = Name,
        ["aliases"] = Aliases,
        ["properties"] = Properties,
        ["references"] = References,
        ["surroundings"] = Surroundings.ToMap(),
    });

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static EntityClaim Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new EntityClaim(
            ClaimJson.Texts(root, "labels"), root.GetProperty("name").GetString()!, ClaimJson.Texts(root, "aliases"),
            ClaimJson.Properties(root), ClaimJson.Texts(root, "references"), Surroundings.Parse(root.GetProperty("surroundings")));
    }

    /// <summary>Whether this is one of the ontology's things of a kind.</summary>
    public bool Is(string label) => Labels.Contains(label, StringComparer.Ordinal);

    /// <summary>The property as text; null where it is missing or not text.</summary>
    public string? Text(string property) => Properties.GetValueOrDefault(property) as string;
}
