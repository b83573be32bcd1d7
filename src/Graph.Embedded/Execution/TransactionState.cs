using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>What a transaction's statements share besides the graph: what was deleted, which ids mean nothing any more.</summary>
/// <param name="renew">
/// Begins another storage transaction once the last has ended; null where the client decides when the transaction ends.
/// </param>
internal sealed class TransactionState(StorageTransaction storage, DatabaseInfo database, Func<StorageTransaction>? renew)
{
    private const string EntityNotFoundCode = "Neo.ClientError.Statement.EntityNotFound";
    private readonly Dictionary<long, RelationshipRecord> _deletedRelationships = [];

    public StorageTransaction Storage { get; private set; } = storage;

    /// <summary>Whether a statement may commit in parts.</summary>
    public bool CanCommitInParts => renew is not null;

    public DatabaseInfo Database { get; } = database;

    /// <summary>What the client said of the transaction.</summary>
    public MapValue Metadata { get; set; } = MapValue.Empty;

    /// <summary>Whether anything was deleted, so that an id may name nothing.</summary>
    public bool HasDeleted { get; private set; }

    public void DeleteNode(long node)
    {
        HasDeleted = true;
        Storage.DeleteNode(node);
    }

    public void DeleteRelationship(long relationship)
    {
        HasDeleted = true;
        _deletedRelationships[relationship] = Storage.Relationship(relationship);
        Storage.DeleteRelationship(relationship);
    }

    /// <summary>The fixed part of a relationship, also of one that the transaction deleted.</summary>
    public RelationshipRecord Relationship(long relationship) =>
        HasDeleted && _deletedRelationships.TryGetValue(relationship, out var record) ? record : Storage.Relationship(relationship);

    public void RequireNode(long node)
    {
        if (HasDeleted && !Storage.NodeExists(node))
        {
            throw new CypherException(EntityNotFoundCode, $"Node with id {node} has been deleted in this transaction");
        }
    }

    public void RequireRelationship(long relationship)
    {
        if (HasDeleted && !Storage.RelationshipExists(relationship))
        {
            throw new CypherException(EntityNotFoundCode, $"Relationship with id {relationship} has been deleted in this transaction");
        }
    }

    /// <summary>Ends the storage transaction, by a commit or not, and goes on in another.</summary>
    public void Renew(bool commits)
    {
        try
        {
            if (commits)
            {
                Storage.Commit();
            }
        }
        finally
        {
            Storage.Dispose();
            Storage = renew!();
            HasDeleted = false;
            _deletedRelationships.Clear();
        }
    }
}
