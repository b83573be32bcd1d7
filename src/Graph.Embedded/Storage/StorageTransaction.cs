using Graph.Embedded.Values;

namespace Graph.Embedded.Storage;

/// <summary>A view of the graph: one committed snapshot, and for a writer its own changes on top.</summary>
/// <remarks>
/// The contract between query execution and storage. Labels, types and property keys are interned ids of
/// <see cref="Tokens"/>. Reading a node or relationship that does not exist in the view is a bug of the caller, save where
/// a member says otherwise. A cursor over scans or indexes must not be read on after the same transaction wrote; a
/// <see cref="RelationshipCursor"/> may be. A transaction belongs to one thread at a time. Disposing an open one rolls it back.
/// </remarks>
public abstract class StorageTransaction : IDisposable
{
    public abstract bool IsWrite { get; }

    public abstract TokenTables Tokens { get; }

    // Nodes

    public abstract bool NodeExists(long node);

    /// <summary>Sorted label ids; empty for none.</summary>
    public abstract ReadOnlySpan<int> LabelsOf(long node);

    public abstract bool HasLabel(long node, int label);

    /// <summary>The property's value; null value where absent.</summary>
    public abstract Value NodeProperty(long node, int key);

    /// <summary>Fills <paramref name="into"/> with every property of the node, in key id order.</summary>
    public abstract void NodeProperties(long node, List<KeyValuePair<int, Value>> into);

    // Relationships

    public abstract bool RelationshipExists(long relationship);

    public abstract RelationshipRecord Relationship(long relationship);

    public abstract Value RelationshipProperty(long relationship, int key);

    public abstract void RelationshipProperties(long relationship, List<KeyValuePair<int, Value>> into);

    // Scans, in ascending id order

    public abstract IdCursor AllNodes();

    public abstract IdCursor NodesWithLabel(int label);

    public abstract IdCursor AllRelationships();

    public abstract IdCursor RelationshipsOfType(int type);

    // Traversal

    /// <summary>Relationships of a node in one direction or both; no types means all. A self-loop comes once in <see cref="Direction.Both"/>.</summary>
    public abstract RelationshipCursor Expand(long node, Direction direction, ReadOnlySpan<int> types);

    /// <summary>Number of relationships <see cref="Expand"/> would give, without walking them where the layout allows.</summary>
    public abstract long Degree(long node, Direction direction, ReadOnlySpan<int> types);

    // Statistics: exact counts of the view

    public abstract long NodeCount { get; }

    public abstract long RelationshipCount { get; }

    public abstract long NodeCountWithLabel(int label);

    public abstract long RelationshipCountOfType(int type);

    /// <summary>Number of entries in an index; 0 for full-text ones.</summary>
    public abstract long IndexCount(IndexDefinition index);

    // Schema and index access

    /// <summary>Indexes and constraints visible to this transaction, changes included.</summary>
    public abstract SchemaCatalog Schema { get; }

    /// <summary>Entities (node or relationship ids, by the index's entity type) whose indexed properties, as many from the first as there are values, equal them.</summary>
    public abstract IdCursor Seek(IndexDefinition index, ReadOnlySpan<Value> values);

    /// <summary>Entities whose first indexed property lies in the range; values of other type groups than the bound's never match. Ascending by value.</summary>
    public abstract IdCursor SeekRange(IndexDefinition index, IndexRange range);

    /// <summary>Entities whose first indexed property is a string that starts with the prefix.</summary>
    public abstract IdCursor SeekPrefix(IndexDefinition index, string prefix);

    /// <summary>Every entity of the index, ascending by value.</summary>
    public abstract IdCursor ScanIndex(IndexDefinition index);

    /// <summary>Full-text query (Lucene's basic syntax: terms, phrases, AND/OR/NOT, prefix*), best score first.</summary>
    public abstract IReadOnlyList<(long Id, double Score)> SearchFullText(IndexDefinition index, string query);

    // Writing: only on a write transaction

    /// <summary>Ids are never reused while an open snapshot might still see the old owner.</summary>
    public abstract long CreateNode(ReadOnlySpan<int> labels);

    /// <summary>As <see cref="CreateNode(ReadOnlySpan{int})"/>, with its properties at once, which costs much less than one by one.</summary>
    /// <remarks>Null values are left out; of a key that comes twice the last value counts.</remarks>
    public abstract long CreateNode(ReadOnlySpan<int> labels, ReadOnlySpan<KeyValuePair<int, Value>> properties);

    public abstract long CreateRelationship(int type, long start, long end);

    /// <summary>As <see cref="CreateRelationship(int, long, long)"/>, with its properties at once.</summary>
    public abstract long CreateRelationship(int type, long start, long end, ReadOnlySpan<KeyValuePair<int, Value>> properties);

    /// <summary>Sets a property; a null value removes it. The value must be storable (see <see cref="Value"/>), else InvalidOperationException.</summary>
    public abstract void SetNodeProperty(long node, int key, Value value);

    public abstract void SetRelationshipProperty(long relationship, int key, Value value);

    /// <summary>False where the label was there already.</summary>
    public abstract bool AddLabel(long node, int label);

    /// <summary>False where the label was not there.</summary>
    public abstract bool RemoveLabel(long node, int label);

    /// <summary>Deletes a node. One that still has relationships may exist until commit; commit then fails with <see cref="StorageErrorKind.NodeStillHasRelationships"/>.</summary>
    public abstract void DeleteNode(long node);

    public abstract void DeleteRelationship(long relationship);

    /// <summary>Creates an index or constraint and fills it; fails with a <see cref="StorageException"/> where existing data violate it.</summary>
    public abstract void CreateSchema(SchemaRule rule);

    public abstract void DropSchema(string name);

    /// <summary>Makes the changes durable, then visible; returns the commit's sequence number. Uniqueness is checked as writes happen, and again here.</summary>
    public abstract long Commit();

    public abstract void Rollback();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
