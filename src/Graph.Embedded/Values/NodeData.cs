namespace Graph.Embedded.Values;

/// <summary>A node as a row carries it out of the engine.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Labels">Label names; empty for a node that was deleted since.</param>
/// <param name="Properties">Its properties; empty for a node that was deleted since.</param>
public sealed record NodeData(long Id, IReadOnlyList<string> Labels, MapValue Properties);
