using System.Text.Json.Serialization;

namespace Graph.Embedded.Bolt.Transport;

/// <summary>The discovery document: under which addresses the server is reached, in the names that Neo4j gives them.</summary>
internal sealed record Discovery(
    [property: JsonPropertyName("bolt_direct")] string BoltDirect,
    [property: JsonPropertyName("bolt_routing")] string BoltRouting,
    [property: JsonPropertyName("neo4j_version")] string Neo4jVersion,
    [property: JsonPropertyName("neo4j_edition")] string Neo4jEdition);

[JsonSerializable(typeof(Discovery))]
internal sealed partial class DiscoveryJson : JsonSerializerContext;
