using System.Text;
using Graph.Store.Catalog;
using Graph.Store.Conformance.Samples;
using Graph.Store.Port;

namespace Graph.Store.Conformance.Queries;

/// <summary>Every file of <c>cypher/queries</c> gives the same rows on every store: those that are approved here.</summary>
/// <remarks>
/// The graph is that of the gold documents. After a change of a query or of the graph, the variable GRAPH_APPROVE names the
/// folder that the approved files are written to again.
/// </remarks>
public abstract class QueryConformance(DatabaseFixture fixture) : StoreTest(fixture)
{
    private static readonly Dictionary<string, Dictionary<string, object?>> Arguments = new(StringComparer.Ordinal)
    {
        ["shortest-path"] = new() { ["from"] = "Leyla Demir", ["to"] = "Dariush Karimi" },
        ["ties-of-state"] = new() { ["state"] = "Turkey" },
        ["meeting-participants"] = new() { ["place"] = "Ankara" },
        ["evidence-of-edge"] = new() { ["from"] = "Faris al-Harbi", ["to"] = "Ankara" },
    };

    [Fact]
    public async Task every_query_gives_the_approved_rows()
    {
        var store = await Database.StoreAsync();
        foreach (var document in GoldDocuments.All)
        {
            await store.WriteAsync(document, "gold/1", Cancellation);
        }

        var actual = new StringBuilder();
        foreach (var query in CypherCatalog.Load().Queries)
        {
            var parameters = Arguments.GetValueOrDefault(query.Name) ?? [];
            var result = await Database.RunAsync(new CypherStatement(query.Text, parameters), AccessMode.Read, Cancellation);
            actual.Append($"{query.Name} {ValueText.Of(parameters)}\n{ValueText.Of(result.Columns)}\n");
            foreach (var row in result.Rows)
            {
                actual.Append(ValueText.Of(row)).Append('\n');
            }
        }

        if (Environment.GetEnvironmentVariable("GRAPH_APPROVE") is { Length: > 0 } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "rows.approved.txt"), actual.ToString(), Cancellation);
        }

        Assert.Equal(Approved(), actual.ToString());
    }

    private static string Approved()
    {
        using var reader = new StreamReader(typeof(QueryConformance).Assembly.GetManifestResourceStream("rows.approved.txt")!);
        return reader.ReadToEnd();
    }
}
