using System.Collections.Immutable;

namespace Graph.Store.Export;

/// <summary>A node as it is exported.</summary>
/// <param name="Id">Its property <c>id</c>, else one made from its content; unique in the export.</param>
/// <param name="Labels">Ordinally sorted.</param>
/// <param name="Properties">Ordinally sorted.</param>
public sealed record ExportedNode(string Id, ImmutableArray<string> Labels, ImmutableSortedDictionary<string, object?> Properties);

/// <summary>A relationship as it is exported.</summary>
/// <param name="Id">Its property <c>factId</c>, else one made from its ends and content; unique in the export.</param>
/// <param name="From">Id of the node it starts from.</param>
/// <param name="Type">Its type.</param>
/// <param name="To">Id of the node it ends at.</param>
/// <param name="Properties">Ordinally sorted.</param>
public sealed record ExportedRelationship(
    string Id, string From, string Type, string To, ImmutableSortedDictionary<string, object?> Properties);
