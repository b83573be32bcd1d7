using Graph.Store.Catalog;
using Graph.Store.Conformance.Samples;
using Graph.Store.Export;
using Graph.Store.Port;

namespace Graph.Store.Conformance.Export;

/// <summary>What is exported is the whole graph, and can be loaded again.</summary>
public abstract class ExportConformance(DatabaseFixture fixture) : StoreTest(fixture)
{
    [Fact]
    public async Task a_cypher_script_loads_to_the_same_graph()
    {
        var store = await Database.StoreAsync();
        foreach (var document in GoldDocuments.All.Take(4))
        {
            await store.WriteAsync(document, "gold/1", Cancellation);
        }

        var graph = await GraphExport.ReadAsync(Database, Cancellation);
        using var script = new StringWriter();
        CypherFormat.Write(graph, script);
        await Database.ClearAsync();
        foreach (var statement in StatementSplitter.Split(script.ToString()))
        {
            await Database.RunAsync(new CypherStatement(statement), AccessMode.Write, Cancellation);
        }

        Assert.Equal(JsonLinesFormat.Text(graph), await Database.ExportAsync());
    }

    [Fact]
    public async Task a_graph_of_any_shape_is_exported_in_an_order_of_its_own()
    {
        const string Create = "CREATE (:B {x: 1.0})-[:R {y: 'a'}]->(:A)<-[:R]-(:B {x: 1.0}), (:A {id: 'a', list: [1, 2]}), ()";
        await Database.ClearAsync();
        await Database.RunAsync(new CypherStatement(Create), AccessMode.Write, Cancellation);
        var lines = (await Database.ExportAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(7, lines.Length);
        Assert.Equal(7, lines.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("{\"node\":\"a\",\"labels\":[\"A\"],\"properties\":{\"id\":\"a\",\"list\":[1,2]}}", lines);
    }
}
