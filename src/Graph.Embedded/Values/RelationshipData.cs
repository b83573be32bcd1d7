namespace Graph.Embedded.Values;

/// <summary>A relationship as a row carries it out of the engine.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Name of its type; empty for one that was deleted since.</param>
/// <param name="Start">Id of its start node; -1 for one that was deleted since.</param>
/// <param name="End">Id of its end node; -1 for one that was deleted since.</param>
/// <param name="Properties">Its properties.</param>
public sealed record RelationshipData(long Id, string Type, long Start, long End, MapValue Properties);
