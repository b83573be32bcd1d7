using Graph.Embedded.Storage.Adjacency;
using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.FullText;
using Graph.Embedded.Storage.Indexes;
using Graph.Embedded.Storage.Log;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Scans;
using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Transactions;

/// <summary>A transaction over one version of the graph; a writer's version is a fork that it alone sees until it commits.</summary>
internal sealed partial class GraphTransaction : StorageTransaction
{
    private readonly GraphState _state;
    private readonly ITransactionHost _host;
    private readonly WriteSession? _session;
    private readonly ByteBuffer _key = new(64);
    private bool _isOpen = true;

    /// <summary>A reader of a published version.</summary>
    public GraphTransaction(GraphState state, ITransactionHost host) => (_state, _host) = (state, host);

    /// <summary>The writer.</summary>
    /// <param name="owner">A serial that no writer had before.</param>
    /// <param name="failures">How many groups of commits had failed when it began.</param>
    /// <param name="log">Where its changes are written down; null for a graph in memory.</param>
    public GraphTransaction(GraphState basis, long owner, int failures, ChangeLog? log, ITransactionHost host)
    {
        _state = basis.Fork(owner);
        _host = host;
        Failures = failures;
        Changes = log;
        _session = new WriteSession(_state, host.Tokens, log, new FullTextWriter(basis, _state));
    }

    public ChangeLog? Changes { get; }

    public int Failures { get; }

    public override bool IsWrite => _session is not null;

    public override TokenTables Tokens => _host.Tokens;

    public override bool NodeExists(long node) => _state.Nodes.Exists(node);

    public override ReadOnlySpan<int> LabelsOf(long node) => _state.TokensOf(SchemaEntity.Node, node);

    public override bool HasLabel(long node, int label) =>
        _state.Nodes.LabelSetOf(node) is var set and >= 0 && _state.LabelSets.Has(set, label);

    public override Value NodeProperty(long node, int key) => PropertyBlob.Read(_state.Nodes.PropertiesOf(node), key);

    public override void NodeProperties(long node, List<KeyValuePair<int, Value>> into) =>
        PropertyBlob.ReadAll(_state.Nodes.PropertiesOf(node), into);

    public override bool RelationshipExists(long relationship) => _state.Relationships.Exists(relationship);

    public override RelationshipRecord Relationship(long relationship) =>
        _state.Relationships.TryGet(relationship, out var record)
            ? record
            : throw new InvalidOperationException($"There is no relationship {relationship}.");

    public override Value RelationshipProperty(long relationship, int key) =>
        PropertyBlob.Read(_state.Relationships.PropertiesOf(relationship), key);

    public override void RelationshipProperties(long relationship, List<KeyValuePair<int, Value>> into) =>
        PropertyBlob.ReadAll(_state.Relationships.PropertiesOf(relationship), into);

    public override IdCursor AllNodes() => new NodeCursor(_state.Nodes);

    public override IdCursor NodesWithLabel(int label) => CursorOf(_state.Nodes.Labels.Find(label));

    public override IdCursor AllRelationships() => new AllRelationshipsCursor(_state.Relationships);

    public override IdCursor RelationshipsOfType(int type) => CursorOf(_state.Relationships.Types.Find(type));

    public override RelationshipCursor Expand(long node, Direction direction, ReadOnlySpan<int> types) =>
        new(_state.Nodes.GroupsOf(node), direction, types);

    public override long Degree(long node, Direction direction, ReadOnlySpan<int> types)
    {
        if (_state.Nodes.GroupsOf(node) is not { } groups)
        {
            return 0;
        }

        var count = AdjacencyGroups.Count(groups, direction, types);
        return _session is { Adjacency.HasMarks: true } session
            ? count - session.Adjacency.CountMarked(groups, direction, types)
            : count;
    }

    public override long NodeCount => _state.Nodes.Count;

    public override long RelationshipCount => _state.Relationships.Count;

    public override long NodeCountWithLabel(int label) => _state.Nodes.Labels.CountOf(label);

    public override long RelationshipCountOfType(int type) => _state.Relationships.Types.CountOf(type);

    public override SchemaCatalog Schema => _state.Schema.Catalog;

    public override long IndexCount(IndexDefinition index) => _state.IndexOf(index).Tree.Count;

    public override IdCursor Seek(IndexDefinition index, ReadOnlySpan<Value> values) =>
        IndexSeek.Equal(_state, _state.IndexOf(index), values, _key);

    public override IdCursor SeekRange(IndexDefinition index, IndexRange range) =>
        IndexSeek.InRange(_state, _state.IndexOf(index), range);

    public override IdCursor SeekPrefix(IndexDefinition index, string prefix) =>
        IndexSeek.WithPrefix(_state.IndexOf(index), _state, prefix);

    public override IdCursor ScanIndex(IndexDefinition index) => IndexSeek.All(_state.IndexOf(index));

    public override IReadOnlyList<(long Id, double Score)> SearchFullText(IndexDefinition index, string query)
    {
        _session?.FullText?.Flush();
        return FullTextSearch.Run(_state, _state.IndexOf(index), Tokens, query);
    }

    public override void Rollback()
    {
        if (_isOpen)
        {
            _isOpen = false;
            _host.End(this);
        }
    }

    protected override void Dispose(bool disposing) => Rollback();

    private static IdCursor CursorOf(IdSet? set) => set is null ? new EmptyIdCursor() : new IdSetCursor(set);

    private sealed class NodeCursor(NodeTable nodes) : IdCursor
    {
        private long _next;

        public override bool MoveNext()
        {
            if (_next < 0 || nodes.NextFrom(_next) is not (var found and >= 0))
            {
                _next = -1;
                return false;
            }

            Current = found;
            _next = found + 1;
            return true;
        }
    }

    private sealed class AllRelationshipsCursor(RelationshipTable relationships) : IdCursor
    {
        private long _next;

        public override bool MoveNext()
        {
            if (_next < 0 || relationships.NextFrom(_next) is not (var found and >= 0))
            {
                _next = -1;
                return false;
            }

            Current = found;
            _next = found + 1;
            return true;
        }
    }
}
