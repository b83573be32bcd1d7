using System.Globalization;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.OpenCypher.Tests.Running;

/// <summary>What is in a graph, so that a change can be told from before and after.</summary>
internal sealed class GraphSnapshot
{
    private readonly Dictionary<string, HashSet<string>> _parts = new()
    {
        ["nodes"] = [],
        ["relationships"] = [],
        ["labels"] = [],
        ["properties"] = [],
    };

    public static GraphSnapshot Take(StorageEngine engine)
    {
        using var reader = engine.BeginRead();
        var snapshot = new GraphSnapshot();
        snapshot.ReadNodes(reader);
        snapshot.ReadRelationships(reader);
        return snapshot;
    }

    /// <summary>Side effects as scenarios write them, those that are not 0: <c>+nodes 1, -labels 2</c>.</summary>
    public string ChangesTo(GraphSnapshot after)
    {
        var changes = new List<string>();
        foreach (var (part, before) in _parts)
        {
            var now = after._parts[part];
            Add(changes, $"+{part}", now.Count(item => !before.Contains(item)));
            Add(changes, $"-{part}", before.Count(item => !now.Contains(item)));
        }

        return string.Join(", ", changes.Order(StringComparer.Ordinal));
    }

    public static string Expected(IEnumerable<IReadOnlyList<string>> table) => string.Join(
        ", ", table.Where(static row => row[1] != "0").Select(static row => $"{row[0]} {row[1]}").Order(StringComparer.Ordinal));

    private static void Add(List<string> changes, string name, int count)
    {
        if (count > 0)
        {
            changes.Add($"{name} {count.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private void ReadNodes(StorageTransaction reader)
    {
        var properties = new List<KeyValuePair<int, Value>>();
        for (var nodes = reader.AllNodes(); nodes.MoveNext();)
        {
            _parts["nodes"].Add($"{nodes.Current}");
            foreach (var label in reader.LabelsOf(nodes.Current))
            {
                _parts["labels"].Add(reader.Tokens.Labels.NameOf(label));
            }

            properties.Clear();
            reader.NodeProperties(nodes.Current, properties);
            AddProperties($"n{nodes.Current}", properties);
        }
    }

    private void ReadRelationships(StorageTransaction reader)
    {
        var properties = new List<KeyValuePair<int, Value>>();
        for (var relationships = reader.AllRelationships(); relationships.MoveNext();)
        {
            _parts["relationships"].Add($"{relationships.Current}");
            properties.Clear();
            reader.RelationshipProperties(relationships.Current, properties);
            AddProperties($"r{relationships.Current}", properties);
        }
    }

    private void AddProperties(string owner, List<KeyValuePair<int, Value>> properties) =>
        _parts["properties"].UnionWith(properties.Select(property => $"{owner} {property.Key} {property.Value}"));
}
