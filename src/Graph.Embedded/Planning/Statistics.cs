using Graph.Embedded.Execution;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Planning;

/// <summary>Counts of the graph as it is while a statement is planned; exact, save for degrees and ends, which are sampled.</summary>
internal sealed class Statistics(StorageTransaction storage)
{
    /// <summary>Entities looked at for an average: enough to tell tens from thousands.</summary>
    private const int SampleSize = 64;

    private readonly Dictionary<(int Label, string Types, Direction Direction), double> _degrees = [];
    private readonly Dictionary<(string Types, bool IsStart, int Label), double> _ends = [];

    public SchemaCatalog Schema => storage.Schema;

    public double Nodes => Math.Max(storage.NodeCount, 1);

    /// <summary>At least 1 for a label that is known, since the plan may be kept until there are some.</summary>
    public double NodesWithLabel(TokenName label) => label.Id < 0 ? 0 : Math.Max(1, storage.NodeCountWithLabel(label.Id));

    public double IndexEntries(IndexDefinition index) => storage.IndexCount(index);

    public string LabelName(int label) => storage.Tokens.Labels.NameOf(label);

    public string TypeName(int type) => storage.Tokens.Types.NameOf(type);

    public string KeyName(int key) => storage.Tokens.Keys.NameOf(key);

    public double Relationships(IReadOnlyList<TokenName> types) =>
        types.Count == 0 ? storage.RelationshipCount : types.Sum(type => type.Id < 0 ? 0 : storage.RelationshipCountOfType(type.Id));

    /// <summary>Relationships of the types that a node, of the label if one is given, has on average.</summary>
    public double Degree(TokenName? label, IReadOnlyList<TokenName> types, Direction direction)
    {
        var both = direction == Direction.Both ? 2 : 1;
        if (label is null)
        {
            return both * Relationships(types) / Nodes;
        }

        if (label.Id < 0)
        {
            return 0;
        }

        var key = (label.Id, KeyOf(types), direction);
        if (!_degrees.TryGetValue(key, out var degree))
        {
            degree = SampleDegree(label.Id, types, direction);
            _degrees.Add(key, degree);
        }

        return degree;
    }

    /// <summary>The part of the relationships of the types whose start (or end) has the label.</summary>
    public double ShareOfEnds(IReadOnlyList<TokenName> types, bool isStart, TokenName label)
    {
        if (label.Id < 0)
        {
            return 0;
        }

        var key = (KeyOf(types), isStart, label.Id);
        if (!_ends.TryGetValue(key, out var share))
        {
            share = SampleEnds(types, isStart, label.Id);
            _ends.Add(key, share);
        }

        return share;
    }

    private static string KeyOf(IReadOnlyList<TokenName> types) => string.Join('|', types.Select(static type => type.Name));

    private double SampleDegree(int label, IReadOnlyList<TokenName> types, Direction direction)
    {
        var ids = types.Select(static type => type.Id).Where(static id => id >= 0).ToArray();
        if (types.Count > 0 && ids.Length == 0)
        {
            return 0;
        }

        var cursor = storage.NodesWithLabel(label);
        var (count, sum) = (0, 0L);
        while (count < SampleSize && cursor.MoveNext())
        {
            count++;
            sum += storage.Degree(cursor.Current, direction, ids);
        }

        return count == 0 ? 0 : (double)sum / count;
    }

    private double SampleEnds(IReadOnlyList<TokenName> types, bool isStart, int label)
    {
        var (count, hits) = (0, 0);
        foreach (var type in types.Where(static type => type.Id >= 0).Select(static type => (int?)type.Id).DefaultIfEmpty(types.Count == 0 ? null : -1))
        {
            if (type == -1)
            {
                break;
            }

            var cursor = type is { } one ? storage.RelationshipsOfType(one) : storage.AllRelationships();
            for (var i = 0; i < SampleSize && cursor.MoveNext(); i++)
            {
                var record = storage.Relationship(cursor.Current);
                count++;
                hits += storage.HasLabel(isStart ? record.Start : record.End, label) ? 1 : 0;
            }
        }

        // Never quite none or all: a sample cannot know.
        return (hits + 0.5) / (count + 1);
    }
}
