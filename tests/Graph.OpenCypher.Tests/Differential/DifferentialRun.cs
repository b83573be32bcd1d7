using System.Text;
using Graph.Embedded.Values;
using Graph.OpenCypher.Tests.Differential.Generation;

namespace Graph.OpenCypher.Tests.Differential;

/// <summary>Runs generated statements on two servers and gathers where they differ.</summary>
internal sealed class DifferentialRun(IAnswering mine, IAnswering theirs, int seed)
{
    private const int StatementsPerGraph = 40;

    /// <summary>The whole graph, as rows.</summary>
    public const string Dump = """
        MATCH (n) RETURN n AS entity, null AS start, null AS end
        UNION ALL MATCH (a)-[r]->(b) RETURN r AS entity, a AS start, b AS end
        """;

    private static readonly Dictionary<string, Value> None = [];
    private readonly SortedDictionary<string, int> _features = new(StringComparer.Ordinal);
    private readonly List<string> _differences = [];
    private int _withRows;
    private int _withErrors;

    public int Statements { get; private set; }

    public IReadOnlyList<string> Differences => _differences;

    public IReadOnlyDictionary<string, int> Features => _features;

    public double ShareWithRows => (double)_withRows / Math.Max(1, Statements);

    /// <param name="progress">Told now and then how far it is.</param>
    public async Task RunAsync(int statements, Action<string>? progress = null)
    {
        for (var graph = 0; Statements < statements; graph++)
        {
            var random = new Random(HashCode.Combine(seed, graph, 17));
            await BuildAsync(new RandomGraph(seed + (graph * 31)).Parameters());
            for (var i = 0; i < StatementsPerGraph && Statements < statements; i++)
            {
                // Reads first: a graph that a wrong write left behind would make every later answer differ.
                var query = i < StatementsPerGraph * 5 / 8 ? QueryGenerator.Read(random) : QueryGenerator.Write(random);
                if (!await CompareAsync(query, $"seed {seed} graph {graph} statement {i}"))
                {
                    break;
                }
            }

            progress?.Invoke($"{Statements} statements, {_differences.Count} differences");
        }
    }

    /// <summary>Counts, for people.</summary>
    public string Report()
    {
        var text = new StringBuilder();
        text.AppendLine($"{Statements} statements, {ShareWithRows:P1} with rows, {_withErrors} refused by both, {_differences.Count} differences");
        foreach (var (feature, count) in _features.OrderBy(static entry => entry.Value))
        {
            text.Append($"{feature} {count}; ");
        }

        return text.ToString();
    }

    /// <summary>Indexes that only the embedded engine has: they must change how it finds things, not what it finds.</summary>
    public static readonly string[] Indexes =
    [
        "CREATE INDEX a_i IF NOT EXISTS FOR (n:A) ON (n.i)", "CREATE INDEX b_s IF NOT EXISTS FOR (n:B) ON (n.s)",
        "CREATE INDEX a_uid IF NOT EXISTS FOR (n:A) ON (n.uid)", "CREATE INDEX c_is IF NOT EXISTS FOR (n:C) ON (n.i, n.s)",
        "CREATE INDEX r_w IF NOT EXISTS FOR ()-[r:R]-() ON (r.w)", "CREATE INDEX b_d IF NOT EXISTS FOR (n:B) ON (n.d)",
    ];

    private async Task BuildAsync(IReadOnlyDictionary<string, Value> graph)
    {
        foreach (var server in new[] { mine, theirs })
        {
            await server.RunAsync("MATCH (n) DETACH DELETE n", None);
            var built = await server.RunAsync(RandomGraph.Build, graph);
            if (built.Error is not null)
            {
                throw new InvalidOperationException($"The graph could not be built: {built.Error} {built.Message}");
            }
        }
    }

    /// <summary>False where the graphs may differ from then on.</summary>
    private async Task<bool> CompareAsync(GeneratedQuery query, string name)
    {
        Statements++;
        var expected = await theirs.RunAsync(query.Text, query.Parameters);
        var actual = await mine.RunAsync(query.Text, query.Parameters);
        foreach (var feature in query.Features)
        {
            _features[feature] = _features.GetValueOrDefault(feature) + 1;
        }

        _withRows += expected.Rows.Count > 0 ? 1 : 0;
        _withErrors += expected.Error is not null && actual.Error is not null ? 1 : 0;
        var difference = actual.DifferenceFrom(expected, query.IsOrdered);
        if (difference is null && query.IsWrite)
        {
            difference = (await mine.RunAsync(Dump, None)).DifferenceFrom(await theirs.RunAsync(Dump, None), isOrdered: false) is { } graphs
                ? $"the graphs after it: {graphs}" : null;
        }

        if (difference is null)
        {
            return true;
        }

        var parameters = string.Join(", ", query.Parameters.Select(static entry => $"{entry.Key}: {entry.Value}"));
        _differences.Add($"{name}: {query.Text}\n  {{{parameters}}}\n  {difference}");
        return !query.IsWrite;
    }
}
