using System.Collections.Immutable;
using System.Text.Json;

namespace Graph.Store.Provenance;

/// <summary>What an article's facts say about the surroundings of one of its entities: what tells two of one name apart.</summary>
/// <param name="States">For a person or body: states that it belongs to, also through an office.</param>
/// <param name="Groups">For a person or body: offices and bodies that it belongs to.</param>
/// <param name="Parties">For an event: who took part in it.</param>
/// <param name="Sides">For each party in turn, on whose behalf it took part; itself where nothing is said.</param>
/// <param name="Places">For an event: where it took place.</param>
/// <param name="Containers">For an event: what its places lie in.</param>
public sealed record Surroundings(
    ImmutableArray<string> States,
    ImmutableArray<string> Groups,
    ImmutableArray<string> Parties,
    ImmutableArray<string> Sides,
    ImmutableArray<string> Places,
    ImmutableArray<string> Containers)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Surroundings None = new([], [], [], [], [], []);

    internal Dictionary<string, object?> ToMap() => new (string Name, ImmutableArray<string> Ids)[]
    {
        ("states", States), ("groups", Groups), ("parties", Parties), ("sides", Sides), ("places", Places), ("containers", Containers),
    }.Where(part => part.Ids.Length > 0).ToDictionary(part => part.Name, part => (object?)part.Ids, StringComparer.Ordinal);

    internal static Surroundings Parse(JsonElement json)
    {
        ImmutableArray<string> Ids(string name) =>
            json.TryGetProperty(name, out var ids) ? [.. ids.EnumerateArray().Select(id => id.GetString()!)] : [];
        return new Surroundings(Ids("states"), Ids("groups"), Ids("parties"), Ids("sides"), Ids("places"), Ids("containers"));
    }
}
