using System.Globalization;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Bolt;

/// <summary>Rows of a statement of the <see cref="ScriptedDatabase"/>.</summary>
internal sealed class ScriptedResult : EmbeddedResult
{
    private static readonly PlanDescription Plan = new(
        "ProduceResults", new Dictionary<string, string> { ["Details"] = "n" }, 1.5, null, null, ["n"],
        [new("AllNodesScan", new Dictionary<string, string>(), 10, null, null, ["n"], [])]);

    private readonly IEnumerator<Value[]> _rows;
    private readonly CancellationToken _cancellation;

    public ScriptedResult(
        ScriptedDatabase database, string cypher, IReadOnlyDictionary<string, Value> parameters, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        var words = cypher.Split(' ');
        Columns = words[0] switch
        {
            "ECHO" => [.. parameters.Keys],
            "GRAPH" => ["node", "relationship", "path"],
            "CREATE" or "WAIT" => [],
            _ => ["n"],
        };
        _rows = (words switch
        {
            ["ROWS", var count] => Rows(Number(count)),
            ["FAIL", "AT", var count] => Rows(Number(count)).Concat(Failure()),
            ["ECHO"] => [[.. parameters.Values]],
            ["GRAPH"] => [GraphRow()],
            ["WAIT"] => Wait(database),
            _ => Rows(0),
        }).GetEnumerator();
        Summary = SummaryOf(words[0]);
    }

    public override IReadOnlyList<string> Columns { get; }

    public override ReadOnlySpan<Value> Current => _rows.Current;

    public override ResultSummary Summary { get; }

    public override bool MoveNext()
    {
        _cancellation.ThrowIfCancellationRequested();
        return _rows.MoveNext();
    }

    protected override void Dispose(bool disposing) => _rows.Dispose();

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<Value[]> Rows(long count)
    {
        for (var i = 1L; i <= count; i++)
        {
            yield return [Value.Of(i)];
        }
    }

    private static IEnumerable<Value[]> Failure() =>
        Rows(1).Select<Value[], Value[]>(_ => throw new CypherException("Neo.ClientError.Statement.ArithmeticError", "/ by zero"));

    private IEnumerable<Value[]> Wait(ScriptedDatabase database)
    {
        database.Waiting.Release();
        _cancellation.WaitHandle.WaitOne();
        _cancellation.ThrowIfCancellationRequested();
        yield break;
    }

    /// <summary>(1:A {x: 1})-[7:R {y: true}]->(2), and the path from 2 to 1 and back.</summary>
    private static Value[] GraphRow()
    {
        var one = Value.Node(new NodeData(1, ["A"], new MapValue(["x"], [Value.Of(1)])));
        var two = Value.Node(new NodeData(2, [], MapValue.Empty));
        var relationship = Value.Relationship(new RelationshipData(7, "R", 1, 2, new MapValue(["y"], [Value.True])));
        return [one, relationship, Value.Path(two, relationship, one, relationship, two)];
    }

    private static ResultSummary SummaryOf(string word)
    {
        var counters = word == "CREATE" ? new UpdateCounters { NodesCreated = 1, PropertiesSet = 2 } : new UpdateCounters();
        var plan = word == "PROFILE" ? Plan with { Rows = 3, Hits = 4 } : word == "EXPLAIN" ? Plan : null;
        Notification[] notifications =
        [
            new("Neo.ClientNotification.Statement.CartesianProduct", "title", "description", "INFORMATION", "PERFORMANCE", 17, 1, 18),
            new("Neo.ClientNotification.Statement.FeatureDeprecationWarning", "title", "description", "WARNING", "DEPRECATION", -1, 0, 0),
        ];
        return new(
            word == "CREATE" ? StatementType.Write : StatementType.Read, counters, plan, word == "PROFILE",
            word == "NOTIFY" ? notifications : []);
    }
}
