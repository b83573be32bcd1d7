namespace Graph.Store.Export;

/// <summary>Forms in which the graph is written out.</summary>
public enum ExportFormat
{
    /// <summary>A node or relationship a line, ordinally by id: equal graphs are equal bytes.</summary>
    Jsonl,

    /// <summary>GraphML, for Gephi, yEd, NetworkX and the like.</summary>
    Graphml,

    /// <summary>A folder with one file of nodes and one of relationships, for <c>neo4j-admin database import</c>.</summary>
    Csv,

    /// <summary>A script of Cypher statements that writes the graph into an empty database.</summary>
    Cypher,
}
