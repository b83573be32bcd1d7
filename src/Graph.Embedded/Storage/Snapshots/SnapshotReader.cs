using System.Buffers.Binary;
using Graph.Embedded.Storage.Adjacency;
using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.Files;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Schema;

namespace Graph.Embedded.Storage.Snapshots;

/// <summary>Reads a snapshot into an empty graph and checks it whole.</summary>
internal sealed class SnapshotReader(IStorageDevice device, string name, IDeviceFile file, GraphState state, TokenTables tokens)
{
    private readonly SchemaWriter _schema = new(state, tokens, false);
    private readonly List<int> _labelSets = [];
    private long _lastNode = -1;
    private long _lastRelationship = -1;
    private bool _isComplete;

    /// <exception cref="StorageException">The file is damaged.</exception>
    public void Read()
    {
        var offset = (long)FileHeader.Size;
        var head = new byte[SnapshotWriter.BlockHeadSize];
        while (!_isComplete)
        {
            var (kind, body) = ReadBlock(offset, head);
            try
            {
                Apply(kind, body);
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException or StorageException or OverflowException)
            {
                throw StoreErrors.Damaged(device, name, offset, e.Message);
            }

            offset += head.Length + body.Length;
        }

        if (offset != file.Length)
        {
            throw StoreErrors.Damaged(device, name, offset, "bytes follow the last block");
        }

        AdjacencyBuilder.Build(state.Nodes, state.Relationships);
    }

    private (BlockKind Kind, byte[] Body) ReadBlock(long offset, byte[] head)
    {
        if (file.Read(offset, head) < head.Length)
        {
            throw StoreErrors.Damaged(device, name, offset, "the file ends before its last block");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4));
        if (length < 0 || length > file.Length - offset - head.Length)
        {
            throw StoreErrors.Damaged(device, name, offset, "the block goes on behind the end of the file");
        }

        var body = new byte[length];
        if (file.Read(offset + head.Length, body) < length
            || SnapshotWriter.Checksum(head, body) != BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8)))
        {
            throw StoreErrors.Damaged(device, name, offset, "the block does not match its checksum");
        }

        return ((BlockKind)head[0], body);
    }

    private void Apply(BlockKind kind, byte[] body)
    {
        var reader = new ByteReader(body);
        while (!reader.AtEnd)
        {
            switch (kind)
            {
                case BlockKind.Tokens:
                    TokenCodec.Read(ref reader, tokens);
                    break;
                case BlockKind.LabelSets:
                    ReadLabelSet(ref reader);
                    break;
                case BlockKind.Nodes:
                    ReadNode(ref reader);
                    break;
                case BlockKind.Relationships:
                    ReadRelationship(ref reader);
                    break;
                case BlockKind.Schema:
                    _schema.Create(SchemaCodec.Read(ref reader));
                    break;
                case BlockKind.End:
                    ReadEnd(ref reader);
                    break;
                default:
                    throw new InvalidDataException($"no block has the kind {(byte)kind}");
            }
        }
    }

    private void ReadLabelSet(ref ByteReader reader)
    {
        var set = LabelSetTable.Empty;
        for (var left = reader.ReadCount(); left > 0; left--)
        {
            set = state.LabelSets.With(set, reader.ReadCount());
        }

        _labelSets.Add(set);
    }

    private void ReadNode(ref ByteReader reader)
    {
        var node = checked((int)(_lastNode += (long)reader.ReadVarint()));
        var set = reader.ReadCount();
        state.Nodes.Put(node);
        if (set >= _labelSets.Count)
        {
            throw new InvalidDataException($"node {node} has a set of labels that is not there");
        }

        state.Nodes.SetLabels(node, _labelSets[set]);
        foreach (var label in state.LabelSets.LabelsOf(_labelSets[set]))
        {
            state.Nodes.Labels.Own(label).Add(node);
        }

        state.Nodes.SetProperties(node, ReadProperties(ref reader));
    }

    private void ReadRelationship(ref ByteReader reader)
    {
        var id = checked((int)(_lastRelationship += (long)reader.ReadVarint()));
        var (type, start, end) = (reader.ReadCount(), reader.ReadCount(), reader.ReadCount());
        if (!state.Nodes.Exists(start) || !state.Nodes.Exists(end))
        {
            throw new InvalidDataException($"relationship {id} has an end that is not there");
        }

        state.Relationships.Put(id, type, start, end);
        state.Relationships.SetProperties(id, ReadProperties(ref reader));
    }

    private void ReadEnd(ref ByteReader reader)
    {
        if (reader.ReadInt64() != state.Nodes.Count || reader.ReadInt64() != state.Relationships.Count)
        {
            throw new InvalidDataException("the counts of nodes and relationships are not those that were written");
        }

        state.Nodes.ReserveUntil(reader.ReadInt32());
        state.Relationships.ReserveUntil(reader.ReadInt32());
        _isComplete = true;
    }

    private static byte[]? ReadProperties(ref ByteReader reader) =>
        reader.ReadCount() is var length and > 0 ? reader.Take(length).ToArray() : null;
}
