using Graph.Store.Export;
using Graph.Store.Port;
using Graph.Store.Writing;

namespace Graph.Store.Conformance;

/// <summary>Helpers over a test database.</summary>
public static class EmptyGraph
{
    /// <summary>Deletes every node and relationship.</summary>
    public static async Task ClearAsync(this ICypherDatabase database)
    {
        await database.RunAsync(new CypherStatement("MATCH (n) DETACH DELETE n"), AccessMode.Write, TestContext.Current.CancellationToken);
    }

    /// <summary>Deletes every node and relationship, and drops every constraint and index: the database is as it was made.</summary>
    public static async Task ResetAsync(this ICypherDatabase database)
    {
        await database.ClearAsync();
        foreach (var (show, drop) in new[] { ("SHOW CONSTRAINTS YIELD name RETURN name", "CONSTRAINT"), ("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", "INDEX") })
        {
            foreach (var name in await database.ColumnAsync(show))
            {
                await database.RunAsync(new CypherStatement($"DROP {drop} `{name}`"), AccessMode.Write, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>An empty graph with its schema.</summary>
    public static async Task<GraphStore> StoreAsync(this ICypherDatabase database)
    {
        await database.ClearAsync();
        var store = new GraphStore(database);
        await store.ApplySchemaAsync(TestContext.Current.CancellationToken);
        return store;
    }

    /// <summary>The whole graph as JSON lines.</summary>
    public static async Task<string> ExportAsync(this ICypherDatabase database) =>
        JsonLinesFormat.Text(await GraphExport.ReadAsync(database, TestContext.Current.CancellationToken));

    /// <summary>The values of the first column.</summary>
    public static async Task<IReadOnlyList<object?>> ColumnAsync(this ICypherDatabase database, string cypher, params (string Name, object? Value)[] parameters)
    {
        var statement = new CypherStatement(cypher, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal));
        var result = await database.RunAsync(statement, AccessMode.Write, TestContext.Current.CancellationToken);
        return [.. result.Rows.Select(row => row[0])];
    }
}
