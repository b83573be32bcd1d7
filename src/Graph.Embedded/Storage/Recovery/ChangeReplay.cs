using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.Log;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Schema;
using Graph.Embedded.Storage.Transactions;

namespace Graph.Embedded.Storage.Recovery;

/// <summary>Does again what a record of the log says was done.</summary>
internal sealed class ChangeReplay(WriteSession session, TokenTables tokens)
{
    /// <exception cref="InvalidDataException">The changes do not fit the graph; the record is not what was written.</exception>
    public void Apply(ReadOnlySpan<byte> changes)
    {
        var reader = new ByteReader(changes);
        try
        {
            while (!reader.AtEnd)
            {
                Apply((ChangeKind)reader.ReadByte(), ref reader);
            }

            session.Complete();
        }
        catch (Exception e) when (e is InvalidOperationException or StorageException or EndOfStreamException)
        {
            throw new InvalidDataException($"the change before byte {reader.Position} of the record does not fit: {e.Message}", e);
        }
    }

    private void Apply(ChangeKind kind, ref ByteReader reader)
    {
        switch (kind)
        {
            case ChangeKind.CreateNode:
                CreateNode(ref reader);
                break;
            case ChangeKind.CreateRelationship:
                session.PutRelationship(
                    reader.ReadCount(), reader.ReadCount(), reader.ReadCount(), reader.ReadCount(), ReadProperties(ref reader));
                break;
            case ChangeKind.SetNodeProperty:
                SetProperty(SchemaEntity.Node, ref reader);
                break;
            case ChangeKind.SetRelationshipProperty:
                SetProperty(SchemaEntity.Relationship, ref reader);
                break;
            case ChangeKind.RemoveNodeProperty:
                session.SetProperty(SchemaEntity.Node, reader.ReadCount(), reader.ReadCount(), Values.Value.Null);
                break;
            case ChangeKind.RemoveRelationshipProperty:
                session.SetProperty(SchemaEntity.Relationship, reader.ReadCount(), reader.ReadCount(), Values.Value.Null);
                break;
            case ChangeKind.AddLabel:
                session.AddLabel(reader.ReadCount(), reader.ReadCount());
                break;
            case ChangeKind.RemoveLabel:
                session.RemoveLabel(reader.ReadCount(), reader.ReadCount());
                break;
            case ChangeKind.DeleteNode:
                session.DeleteNode(reader.ReadCount());
                break;
            case ChangeKind.DeleteRelationship:
                session.DeleteRelationship(reader.ReadCount());
                break;
            case ChangeKind.CreateSchema:
                session.CreateSchema(SchemaCodec.Read(ref reader));
                break;
            case ChangeKind.DropSchema:
                session.DropSchema(reader.ReadString());
                break;
            case ChangeKind.AddTokens:
                TokenCodec.Read(ref reader, tokens);
                break;
            default:
                throw new InvalidDataException($"no change has the number {(byte)kind}");
        }
    }

    private void CreateNode(ref ByteReader reader)
    {
        var node = reader.ReadCount();
        var labels = new int[reader.ReadCount()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadCount();
        }

        session.PutNode(node, labels, ReadProperties(ref reader));
    }

    private void SetProperty(SchemaEntity entity, ref ByteReader reader)
    {
        var id = reader.ReadCount();
        var key = reader.ReadCount();
        var kind = (StoredKind)reader.ReadByte();
        session.SetProperty(entity, id, key, kind, reader.Take(reader.ReadCount()));
    }

    private static byte[]? ReadProperties(ref ByteReader reader) =>
        reader.ReadCount() is var length and > 0 ? reader.Take(length).ToArray() : null;
}
