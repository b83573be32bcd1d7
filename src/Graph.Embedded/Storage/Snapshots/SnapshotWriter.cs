using System.Buffers.Binary;
using System.IO.Hashing;
using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.Files;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Schema;

namespace Graph.Embedded.Storage.Snapshots;

/// <summary>Writes a version of the graph to a file. The version never changes, so nobody waits for it.</summary>
/// <remarks>
/// After the header come blocks: kind (1), zero (3), length (4), checksum of kind, length and body (4), body. Adjacency and
/// indexes are built anew when the snapshot is read.
/// </remarks>
internal sealed class SnapshotWriter
{
    public const int BlockHeadSize = 12;
    private const int BlockSize = 1 << 18;

    private readonly IDeviceFile _file;
    private readonly ByteBuffer _block = new();
    private readonly CancellationToken _cancellationToken;
    private long _end = FileHeader.Size;

    private SnapshotWriter(IDeviceFile file, CancellationToken cancellationToken)
    {
        _file = file;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Writes the version under its name, all or nothing, and durably.</summary>
    /// <returns>Size of the file in bytes.</returns>
    public static long Write(
        IStorageDevice device, Guid store, GraphState state, TokenTables tokens, CancellationToken cancellationToken)
    {
        var name = StoreFileNames.Snapshot(state.Sequence);
        var part = StoreFileNames.Part(name);
        long size;
        using (var file = device.Create(part))
        {
            file.Write(0, new FileHeader(StoreFileKind.Snapshot, store, state.Sequence).ToBytes());
            var writer = new SnapshotWriter(file, cancellationToken);
            writer.WriteAll(state, tokens);
            file.Sync();
            size = writer._end;
        }

        device.Rename(part, name);
        device.SyncFolder();
        return size;
    }

    private void WriteAll(GraphState state, TokenTables tokens)
    {
        // Tokens only grow: those counted now include every one that the version uses.
        var counts = TokenCounts.Of(tokens);
        for (var table = 0; table < TokenCounts.TableCount; table++)
        {
            TokenCodec.Write(table, TokenCounts.Table(tokens, table), 0, counts.Of(table), _block);
            Flush(BlockKind.Tokens);
        }

        WriteLabelSets(state.LabelSets);
        WriteNodes(state.Nodes);
        WriteRelationships(state.Relationships);
        WriteSchema(state.Schema.Catalog);
        _block.WriteInt64(state.Nodes.Count);
        _block.WriteInt64(state.Relationships.Count);
        _block.WriteInt32(state.Nodes.NextId);
        _block.WriteInt32(state.Relationships.NextId);
        Flush(BlockKind.End);
    }

    private void WriteLabelSets(LabelSetTable sets)
    {
        var count = sets.Count;
        for (var set = 0; set < count; set++)
        {
            var labels = sets.LabelsOf(set);
            _block.WriteVarint(labels.Length);
            foreach (var label in labels)
            {
                _block.WriteVarint(label);
            }

            FlushIfFull(BlockKind.LabelSets);
        }

        Flush(BlockKind.LabelSets);
    }

    private void WriteNodes(NodeTable nodes)
    {
        long previous = -1;
        for (var node = nodes.NextFrom(0); node >= 0; node = nodes.NextFrom(node + 1))
        {
            _block.WriteVarint((ulong)(node - previous));
            _block.WriteVarint(nodes.LabelSetOf(node));
            WriteProperties(nodes.PropertiesOf(node));
            previous = node;
            FlushIfFull(BlockKind.Nodes);
        }

        Flush(BlockKind.Nodes);
    }

    private void WriteRelationships(RelationshipTable relationships)
    {
        long previous = -1;
        for (var id = relationships.NextFrom(0); id >= 0; id = relationships.NextFrom(id + 1))
        {
            relationships.TryGet(id, out var record);
            _block.WriteVarint((ulong)(id - previous));
            _block.WriteVarint(record.Type);
            _block.WriteVarint((int)record.Start);
            _block.WriteVarint((int)record.End);
            WriteProperties(relationships.PropertiesOf(id));
            previous = id;
            FlushIfFull(BlockKind.Relationships);
        }

        Flush(BlockKind.Relationships);
    }

    private void WriteSchema(SchemaCatalog catalog)
    {
        foreach (var rule in catalog.Indexes.Where(index => index.OwningConstraint is null).Concat<SchemaRule>(catalog.Constraints))
        {
            SchemaCodec.Write(rule, _block);
            FlushIfFull(BlockKind.Schema);
        }

        Flush(BlockKind.Schema);
    }

    private void WriteProperties(byte[]? properties)
    {
        _block.WriteVarint(properties?.Length ?? 0);
        _block.Write(properties);
    }

    private void FlushIfFull(BlockKind kind)
    {
        if (_block.Length >= BlockSize)
        {
            Flush(kind);
        }
    }

    private void Flush(BlockKind kind)
    {
        if (_block.Length == 0)
        {
            return;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        var head = new byte[BlockHeadSize];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), _block.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), Checksum(head, _block.Span));
        _file.Write(_end, head);
        _file.Write(_end + BlockHeadSize, _block.Span);
        _end += BlockHeadSize + _block.Length;
        _block.Clear();
    }

    public static uint Checksum(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var crc = new Crc32();
        crc.Append(head[..8]);
        crc.Append(body);
        return crc.GetCurrentHashAsUInt32();
    }
}
