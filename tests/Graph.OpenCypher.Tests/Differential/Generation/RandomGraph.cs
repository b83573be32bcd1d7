using Graph.Embedded.Values;
using Graph.Embedded.Values.Temporal;

namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>A small random graph: enough of everything that most patterns match, with nulls, loops and parallel relationships.</summary>
internal sealed class RandomGraph
{
    /// <summary>Builds the graph of two parameters; the same statement for every graph, so that it is planned once.</summary>
    public const string Build = """
        UNWIND $nodes AS row CREATE (n) SET n:$(row.labels) SET n = row.properties
        WITH collect(n) AS made UNWIND $relationships AS row
        MATCH (a {uid: row.start}), (b {uid: row.end}) CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties
        """;

    public static readonly string[] Labels = ["A", "B", "C"];
    public static readonly string[] Types = ["R", "S", "T"];
    public static readonly string[] Words = ["ada", "bob", "cy", "Dee", "ada b", "", "Ünï ß", "日本😀"];

    private readonly Random _random;

    public RandomGraph(int seed) => _random = new Random(seed);

    public IReadOnlyDictionary<string, Value> Parameters()
    {
        var nodes = _random.Next(5, 10);
        var relationships = _random.Next(8, 18);
        return new Dictionary<string, Value>
        {
            ["nodes"] = Value.List(Enumerable.Range(0, nodes).Select(NodeRow)),
            ["relationships"] = Value.List(Enumerable.Range(0, relationships).Select(i => RelationshipRow(i, nodes))),
        };
    }

    private Value NodeRow(int uid)
    {
        var labels = Labels.Where(_ => _random.Next(100) < 60).Select(Value.Of);
        var properties = new List<KeyValuePair<string, Value>> { new("uid", Value.Of((long)uid)) };
        Maybe(properties, "i", () => Value.Of((long)_random.Next(-3, 6)));
        Maybe(properties, "f", () => Value.Of(_random.Next(-8, 9) / 4.0));
        Maybe(properties, "s", () => Value.Of(Words[_random.Next(Words.Length)]));
        Maybe(properties, "b", () => Value.Of(_random.Next(2) == 0));
        Maybe(properties, "l", () => Value.List(Enumerable.Range(0, _random.Next(4)).Select(_ => Value.Of((long)_random.Next(4)))));
        Maybe(properties, "d", () => Value.Date(17_000 + _random.Next(900)));
        Maybe(properties, "dt", () => Value.DateTime(1_500_000_000 + _random.Next(9_000_000), 0, Zone.Utc));
        return Row(("labels", Value.List(labels)), ("properties", Value.Of(MapValue.From(properties))));
    }

    private Value RelationshipRow(int uid, int nodes)
    {
        var properties = new List<KeyValuePair<string, Value>> { new("uid", Value.Of(100L + uid)) };
        Maybe(properties, "w", () => Value.Of((long)_random.Next(5)));
        Maybe(properties, "s", () => Value.Of(Words[_random.Next(Words.Length)]));
        return Row(
            ("start", Value.Of((long)_random.Next(nodes))), ("end", Value.Of((long)_random.Next(nodes))),
            ("type", Value.Of(Types[_random.Next(Types.Length)])), ("properties", Value.Of(MapValue.From(properties))));
    }

    private void Maybe(List<KeyValuePair<string, Value>> properties, string key, Func<Value> value)
    {
        if (_random.Next(100) < 70)
        {
            properties.Add(new(key, value()));
        }
    }

    private static Value Row(params (string Key, Value Value)[] entries) =>
        Value.Of(MapValue.From(entries.Select(static entry => KeyValuePair.Create(entry.Key, entry.Value))));
}
