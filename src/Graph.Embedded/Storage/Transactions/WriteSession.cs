using Graph.Embedded.Storage.Adjacency;
using Graph.Embedded.Storage.FullText;
using Graph.Embedded.Storage.Indexes;
using Graph.Embedded.Storage.Log;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Schema;
using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Transactions;

/// <summary>Changes one writer's version of the graph, with its indexes, adjacency and constraints.</summary>
internal sealed class WriteSession
{
    private readonly GraphState _state;
    private readonly ChangeLog? _log;
    private readonly IndexWriter _indexes;
    private readonly SchemaWriter _schema;
    private readonly ConstraintChecker _checker;
    private readonly PropertyBlobBuilder _blobs = new();
    private readonly HashSet<int> _deletedNodes = [];
    private KeyValuePair<int, Value>[] _sorted = [];

    /// <param name="log">Where changes are written down; null where nothing must survive, or does already.</param>
    /// <param name="fullText">What keeps full-text indexes; null where they are filled anew afterwards.</param>
    public WriteSession(GraphState state, TokenTables tokens, ChangeLog? log, FullTextWriter? fullText)
    {
        FullText = fullText;
        _log = log;
        _state = state;
        _indexes = new IndexWriter(state, tokens, fullText);
        _schema = new SchemaWriter(state, tokens, fullText is not null);
        _checker = new ConstraintChecker(state, tokens);
        Adjacency = new AdjacencyWriter(state.Nodes);
    }

    public AdjacencyWriter Adjacency { get; }

    public FullTextWriter? FullText { get; }

    public int CreateNode(ReadOnlySpan<int> labels, ReadOnlySpan<KeyValuePair<int, Value>> properties)
    {
        var node = NextId(_state.Nodes.NextId, "nodes");
        var blob = _blobs.With(null, Sorted(properties));
        PutNode(node, labels, blob);
        return node;
    }

    /// <summary>Puts a node at a free id.</summary>
    public void PutNode(int node, ReadOnlySpan<int> labels, byte[]? properties)
    {
        var set = LabelSetTable.Empty;
        foreach (var label in labels)
        {
            set = _state.LabelSets.With(set, label);
        }

        _state.Nodes.Put(node);
        PutLabels(node, set, properties);
        _log?.CreateNode(node, labels, properties);
    }

    public int CreateRelationship(int type, int start, int end, ReadOnlySpan<KeyValuePair<int, Value>> properties)
    {
        Demand(_state.Nodes.Exists(start), "node", start);
        Demand(_state.Nodes.Exists(end), "node", end);
        var relationship = NextId(_state.Relationships.NextId, "relationships");
        PutRelationship(relationship, type, start, end, _blobs.With(null, Sorted(properties)));
        return relationship;
    }

    /// <summary>Puts a relationship at a free id between nodes that exist.</summary>
    public void PutRelationship(int relationship, int type, int start, int end, byte[]? properties)
    {
        _state.Relationships.Put(relationship, type, start, end);
        _state.Relationships.SetProperties(relationship, properties);
        Adjacency.Add(relationship, type, start, end);
        _indexes.TokenAdded(SchemaEntity.Relationship, relationship, type, properties);
        _checker.Touch(SchemaEntity.Relationship, relationship);
        _log?.CreateRelationship(relationship, type, start, end, properties);
    }

    public void SetProperty(SchemaEntity entity, int id, int key, Value value)
    {
        var isNode = entity == SchemaEntity.Node;
        Demand(isNode ? _state.Nodes.Exists(id) : _state.Relationships.Exists(id), isNode ? "node" : "relationship", id);
        PutProperties(entity, id, key, _blobs.With(_state.PropertiesOf(entity, id), key, value));
    }

    /// <summary>Sets a property to a value as it is stored.</summary>
    public void SetProperty(SchemaEntity entity, int id, int key, StoredKind kind, ReadOnlySpan<byte> bytes) =>
        PutProperties(entity, id, key, _blobs.With(_state.PropertiesOf(entity, id), key, kind, bytes));

    private void PutProperties(SchemaEntity entity, int id, int key, byte[]? after)
    {
        var before = _state.PropertiesOf(entity, id);
        if (entity == SchemaEntity.Node)
        {
            _state.Nodes.SetProperties(id, after);
        }
        else
        {
            _state.Relationships.SetProperties(id, after);
        }

        if (_indexes.Covers(entity, key))
        {
            _indexes.PropertyChanged(entity, id, _state.TokensOf(entity, id), key, before, after);
        }

        _checker.Touch(entity, id);
        _log?.SetProperty(entity, id, key, after);
    }

    public bool AddLabel(int node, int label)
    {
        Demand(_state.Nodes.Exists(node), "node", node);
        var set = _state.Nodes.LabelSetOf(node);
        var with = _state.LabelSets.With(set, label);
        if (with == set)
        {
            return false;
        }

        _state.Nodes.SetLabels(node, with);
        _state.Nodes.Labels.Own(label).Add(node);
        _indexes.TokenAdded(SchemaEntity.Node, node, label, _state.Nodes.PropertiesOf(node));
        _checker.Touch(SchemaEntity.Node, node);
        _log?.AddLabel(node, label);
        return true;
    }

    public bool RemoveLabel(int node, int label)
    {
        Demand(_state.Nodes.Exists(node), "node", node);
        if (!TakeLabel(node, label))
        {
            return false;
        }

        _log?.RemoveLabel(node, label);
        return true;
    }

    private bool TakeLabel(int node, int label)
    {
        var set = _state.Nodes.LabelSetOf(node);
        var without = _state.LabelSets.Without(set, label);
        if (without == set)
        {
            return false;
        }

        _state.Nodes.SetLabels(node, without);
        _state.Nodes.Labels.Own(label).Remove(node);
        _indexes.TokenRemoved(
            SchemaEntity.Node, node, label, _state.LabelSets.LabelsOf(without), _state.Nodes.PropertiesOf(node));
        return true;
    }

    public void DeleteNode(int node)
    {
        Demand(_state.Nodes.Exists(node), "node", node);
        foreach (var label in _state.TokensOf(SchemaEntity.Node, node))
        {
            TakeLabel(node, label);
        }

        _log?.DeleteNode(node);
        _state.Nodes.Remove(node);
        if (_state.Nodes.GroupsOf(node) is not null)
        {
            _deletedNodes.Add(node);
        }
    }

    public void DeleteRelationship(int relationship)
    {
        Demand(_state.Relationships.TryGet(relationship, out var record), "relationship", relationship);
        _indexes.TokenRemoved(
            SchemaEntity.Relationship, relationship, record.Type, [], _state.Relationships.PropertiesOf(relationship));
        Adjacency.Remove(record);
        _state.Relationships.Remove(relationship);
        _log?.DeleteRelationship(relationship);
    }

    public void CreateSchema(SchemaRule rule)
    {
        _schema.Create(rule);
        _log?.CreateSchema(rule);
    }

    public void DropSchema(string name)
    {
        _schema.Drop(name);
        _log?.DropSchema(name);
    }

    /// <summary>Checks what can only be checked at the end, and readies the version for readers.</summary>
    public void Complete()
    {
        Adjacency.Compact();
        foreach (var node in _deletedNodes)
        {
            if (_state.Nodes.GroupsOf(node) is not null)
            {
                throw new StorageException(
                    StorageErrorKind.NodeStillHasRelationships,
                    $"Cannot delete node<{node}>, because it still has relationships. "
                    + "To delete this node, you must first delete its relationships.");
            }
        }

        _deletedNodes.Clear();
        _checker.Check();
        FullText?.Flush();
    }

    private void PutLabels(int node, int set, byte[]? blob)
    {
        _state.Nodes.SetLabels(node, set);
        _state.Nodes.SetProperties(node, blob);
        foreach (var label in _state.LabelSets.LabelsOf(set))
        {
            _state.Nodes.Labels.Own(label).Add(node);
        }

        foreach (var label in _state.LabelSets.LabelsOf(set))
        {
            _indexes.TokenAdded(SchemaEntity.Node, node, label, blob);
        }

        _checker.Touch(SchemaEntity.Node, node);
    }

    // Keys ascend already where the caller took them from a map in id order; a key that comes twice keeps its last value.
    private ReadOnlySpan<KeyValuePair<int, Value>> Sorted(ReadOnlySpan<KeyValuePair<int, Value>> properties)
    {
        for (var i = 1; i < properties.Length; i++)
        {
            if (properties[i].Key <= properties[i - 1].Key)
            {
                var last = new SortedDictionary<int, Value>();
                foreach (var (key, value) in properties)
                {
                    last[key] = value;
                }

                _sorted = [.. last];
                return _sorted;
            }
        }

        return properties;
    }

    private static int NextId(int next, string what) => next < int.MaxValue
        ? next
        : throw new StorageException(
            StorageErrorKind.MemoryLimit,
            $"The store has used all its {int.MaxValue} ids of {what}. Export the graph and import it into a new store.");

    private static void Demand(bool exists, string what, int id)
    {
        if (!exists)
        {
            throw new InvalidOperationException($"There is no {what} {id} in this transaction.");
        }
    }
}
