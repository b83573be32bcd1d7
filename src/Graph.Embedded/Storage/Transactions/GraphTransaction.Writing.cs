using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Transactions;

internal sealed partial class GraphTransaction
{
    public override long CreateNode(ReadOnlySpan<int> labels) => CreateNode(labels, []);

    public override long CreateNode(ReadOnlySpan<int> labels, ReadOnlySpan<KeyValuePair<int, Value>> properties) =>
        Writing.CreateNode(labels, properties);

    public override long CreateRelationship(int type, long start, long end) => CreateRelationship(type, start, end, []);

    public override long CreateRelationship(
        int type, long start, long end, ReadOnlySpan<KeyValuePair<int, Value>> properties) =>
        Writing.CreateRelationship(type, (int)start, (int)end, properties);

    public override void SetNodeProperty(long node, int key, Value value) =>
        Writing.SetProperty(SchemaEntity.Node, (int)node, key, value);

    public override void SetRelationshipProperty(long relationship, int key, Value value) =>
        Writing.SetProperty(SchemaEntity.Relationship, (int)relationship, key, value);

    public override bool AddLabel(long node, int label) => Writing.AddLabel((int)node, label);

    public override bool RemoveLabel(long node, int label) => Writing.RemoveLabel((int)node, label);

    public override void DeleteNode(long node) => Writing.DeleteNode((int)node);

    public override void DeleteRelationship(long relationship) => Writing.DeleteRelationship((int)relationship);

    public override void CreateSchema(SchemaRule rule) => Writing.CreateSchema(rule);

    public override void DropSchema(string name) => Writing.DropSchema(name);

    public override long Commit()
    {
        if (_session is null)
        {
            Rollback();
            return _state.Sequence;
        }

        if (!_isOpen)
        {
            throw new InvalidOperationException("The transaction is over.");
        }

        try
        {
            _session.Complete();
        }
        catch
        {
            Rollback();
            throw;
        }

        _isOpen = false;
        return _host.Commit(this, _state);
    }

    private WriteSession Writing => _isOpen && _session is not null
        ? _session
        : throw new InvalidOperationException(_isOpen ? "The transaction only reads." : "The transaction is over.");
}
