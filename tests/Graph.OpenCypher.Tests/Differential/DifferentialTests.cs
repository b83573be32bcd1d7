using Graph.Store.Conformance;

namespace Graph.OpenCypher.Tests.Differential;

/// <summary>Asks the same of the embedded engine and of a real Neo4j.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const string StatementsVariable = "DIFFERENTIAL_STATEMENTS";
    private const string SeedVariable = "DIFFERENTIAL_SEED";

    [Fact]
    public async Task Generated_statements_have_the_answers_of_Neo4j()
    {
        using var neo4j = Neo4jServer.Find();
        Assert.SkipWhen(neo4j is null, $"No Neo4j to compare with: set {Neo4jServer.Variable} (and NEO4J_USERNAME, NEO4J_PASSWORD).");
        using var turn = await ServerTurn.TakeAsync();
        using var embedded = new EmbeddedServer();
        foreach (var index in DifferentialRun.Indexes)
        {
            Assert.Null((await embedded.RunAsync(index, new Dictionary<string, Embedded.Values.Value>())).Error);
        }

        var run = new DifferentialRun(embedded, neo4j!, Number(SeedVariable, 1));

        await run.RunAsync(Number(StatementsVariable, 200));

        output.WriteLine(run.Report());
        Assert.True(run.Differences.Count == 0, string.Join("\n\n", run.Differences));
        Assert.InRange(run.ShareWithRows, 0.6, 1);
    }

    /// <summary>Each file of statements.</summary>
    public static TheoryData<string> Files => [.. ListedStatements.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Listed_statements_have_the_answers_of_Neo4j(string file)
    {
        using var neo4j = Neo4jServer.Find();
        Assert.SkipWhen(neo4j is null, $"No Neo4j to compare with: set {Neo4jServer.Variable} (and NEO4J_USERNAME, NEO4J_PASSWORD).");
        using var turn = await ServerTurn.TakeAsync();
        using var embedded = new EmbeddedServer();

        var differences = await ListedStatements.CompareAsync(embedded, neo4j!, ListedStatements.Read(file));

        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
    }

    private static int Number(string variable, int missing) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : missing;
}
