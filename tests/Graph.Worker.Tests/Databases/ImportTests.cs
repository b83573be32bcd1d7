using Graph.Embedded;
using Graph.Neo4j;
using Graph.Store.Catalog;
using Graph.Store.Conformance;
using Graph.Store.Conformance.Samples;
using Graph.Store.Export;
using Graph.Store.Port;
using Graph.Worker.Databases;
using AccessMode = Graph.Store.Port.AccessMode;

namespace Graph.Worker.Tests.Databases;

/// <summary>What is exported from the embedded engine, loaded into a real Neo4j, is the same graph.</summary>
public sealed class ImportTests
{
    private const string Password = "neo4j-test";

    /// <summary>What files of values stumble over: quotes, line ends, separators, spaces at the ends, empty texts, lists and numbers of each type.</summary>
    private const string AnyValues =
        """
        CREATE (a:Any:Thing {id: 'any:1', quote: 'say "yes", or \'no\'', lines: 'one\r\ntwo\n', spaces: '  both ends ', empty: '', tab: 'a\tb;c|d',
          other: 'Kyïv – 北京 🕊', yes: true, whole: -9007199254740993, fraction: 0.1, large: 1.0e300, texts: ['a,b', '', 'c"d'], wholes: [1, 2], fractions: [1.0, -0.5], flags: [true, false]}),
          (a)-[:TIED_TO {factId: 'any:fact', note: 'line\nend', weight: 1.0, list: ['x']}]->(:Thing {id: 'any:2'})-[:TIED_TO]->(a)
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task neo4j_admin_imports_the_csv_files_to_the_same_graph()
    {
        await using var home = Neo4jHome.Create();
        using var folder = new TemporaryFolder();
        var graph = await GraphAsync();
        var files = ExportFiles.Write(graph, ExportFormat.Csv, folder.Path);

        await home.AdminAsync("dbms", "set-initial-password", Password);
        await home.AdminAsync(
            "database", "import", "full", "neo4j", "--multiline-fields=true", "--array-delimiter=U+001F",
            "--nodes=" + files[0], "--relationships=" + files[1]);
        await using var server = await ConnectAsync(await home.StartAsync(Password));

        Assert.Equal(JsonLinesFormat.Text(graph), await server.ExportAsync());
        await LoadScriptAsync(graph, server);
        Assert.Equal(JsonLinesFormat.Text(graph), await server.ExportAsync());
    }

    /// <summary>Loads the Cypher script over the emptied server, which takes as long to start as the rest of the test.</summary>
    private static async Task LoadScriptAsync(GraphExport graph, ICypherDatabase server)
    {
        using var script = new StringWriter();
        CypherFormat.Write(graph, script);
        await server.ClearAsync();
        foreach (var statement in StatementSplitter.Split(script.ToString()))
        {
            await server.RunAsync(new CypherStatement(statement), AccessMode.Write, Cancellation);
        }
    }

    private static async Task<GraphExport> GraphAsync()
    {
        await using var database = new EmbeddedCypherDatabase(EmbeddedDatabase.InMemory(), "memory");
        var store = await database.StoreAsync();
        foreach (var document in GoldDocuments.All.Take(2))
        {
            await store.WriteAsync(document, "gold/1", Cancellation);
        }

        await database.RunAsync(new CypherStatement(AnyValues), AccessMode.Write, Cancellation);
        return await GraphExport.ReadAsync(database, Cancellation);
    }

    private static async Task<ICypherDatabase> ConnectAsync(Uri address) => await Neo4jDatabase.ConnectAsync(
        new Neo4jOptions { Uri = address, Username = "neo4j", Password = Password }, TimeProvider.System, Cancellation);
}
