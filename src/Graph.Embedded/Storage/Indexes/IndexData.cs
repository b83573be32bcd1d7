using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.FullText;
using Graph.Embedded.Storage.Records;

namespace Graph.Embedded.Storage.Indexes;

/// <summary>One version of an index: its definition and its entries.</summary>
internal sealed class IndexData(IndexDefinition definition, IndexTree tree, FullTextStatistics? statistics)
{
    public IndexDefinition Definition { get; } = definition;

    public IndexTree Tree { get; } = tree;

    /// <summary>Only of a full-text index.</summary>
    public FullTextStatistics? Statistics { get; } = statistics;

    public static IndexData Empty(IndexDefinition definition) => new(
        definition, new IndexTree(), definition.Kind == IndexKind.FullText ? new FullTextStatistics(definition.Keys.Length) : null);

    public IndexData Fork(long owner) => new(Definition, Tree.Fork(owner), Statistics?.Copy());

    /// <summary>Writes the index key of an entity's properties; false where the entity lacks one and is not in the index.</summary>
    public bool TryWriteKey(byte[]? properties, ByteBuffer key)
    {
        key.Clear();
        var blob = new PropertyBlob(properties);
        foreach (var indexed in Definition.Keys)
        {
            var place = blob.IndexOf(indexed);
            if (place < 0)
            {
                return false;
            }

            var kind = blob.KindAt(place);
            if (!Holds(kind))
            {
                return false;
            }

            KeyEncoder.Append(key, kind, blob.BytesAt(place));
        }

        return true;
    }

    private bool Holds(StoredKind kind) => Definition.Kind switch
    {
        IndexKind.Text => kind is StoredKind.Text or StoredKind.WideText,
        IndexKind.Point => kind == StoredKind.Point,
        _ => true,
    };
}
