using System.Collections.Immutable;

namespace Graph.Store.Writing;

// One record for each shape of row that the statements of cypher/writes take; a test holds the two together.

/// <summary>A node by its id.</summary>
internal sealed record IdRow(string Id);

/// <summary>An article by id or url.</summary>
internal sealed record ArticleRow(string Article);

/// <summary>A record by its id.</summary>
internal sealed record RecordRow(string Record);

/// <summary>An entity by its id.</summary>
internal sealed record EntityRow(string Entity);

/// <summary>An entity by its id in an article.</summary>
internal sealed record LocalIdRow(string LocalId);

/// <summary>A blocking key.</summary>
internal sealed record KeyRow(string Key);

/// <summary>A fact by its id.</summary>
internal sealed record FactRow(string FactId);

/// <summary>A schema file that was applied.</summary>
internal sealed record SchemaRow(string Name, string Sha256);

/// <summary>A schema file by its name.</summary>
internal sealed record SchemaNameRow(string Name);

/// <summary>A node with all its properties.</summary>
internal sealed record NodeRow(string Id, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A node that hangs on its article.</summary>
internal sealed record ArticlePartRow(string Id, string Article, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A node that hangs on its sentence.</summary>
internal sealed record SentencePartRow(string Id, string Sentence, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A record's blocking key.</summary>
internal sealed record RecordKeyRow(string Record, string Key);

/// <summary>An entity with all its properties and the labels that it gains and loses.</summary>
internal sealed record EntityNodeRow(
    string Id, IReadOnlyDictionary<string, object?> Properties, ImmutableArray<string> Labels, ImmutableArray<string> StaleLabels);

/// <summary>What a record was resolved to.</summary>
internal sealed record RecordLinkRow(string Record, string Entity, string? Rule, string? Reason, ImmutableArray<string>? Parties);

/// <summary>The entity that the mentions of a record refer to.</summary>
internal sealed record MentionLinkRow(string Record, string Entity);

/// <summary>How often an article mentions an entity.</summary>
internal sealed record ArticleLinkRow(string Article, string Entity, long Count);

/// <summary>An article and an entity that it does not mention any more.</summary>
internal sealed record ArticleUnlinkRow(string Article, string Entity);

/// <summary>The fact that a passage supports.</summary>
internal sealed record EvidenceFactRow(string Id, string FactId, string From, string To);

/// <summary>A fact with all its properties.</summary>
internal sealed record FactNodeRow(string From, string Type, string To, string FactId, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A fact by its ends and id.</summary>
internal sealed record FactRemovalRow(string From, string Type, string To, string FactId);

/// <summary>Kinds of decisions to read.</summary>
internal sealed record DecisionKindsRow(ImmutableArray<string> Kinds);

/// <summary>A decision.</summary>
internal sealed record DecisionRow(string Id, string First, string Second, string Kind);
