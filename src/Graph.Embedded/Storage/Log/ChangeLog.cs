using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Schema;

namespace Graph.Embedded.Storage.Log;

/// <summary>Writes a transaction's changes down as they happen: the body of its record in the log.</summary>
internal sealed class ChangeLog
{
    private const int MaxKeptCapacity = 16 << 20;
    private readonly ByteBuffer _bytes = new();

    /// <summary>Room in front of the changes is left for the record's head.</summary>
    public ChangeLog() => _bytes.Append(LogRecord.HeadSize);

    /// <summary>Whether it is worth keeping for another transaction: a huge one's memory is not.</summary>
    public bool IsReusable => _bytes.Capacity <= MaxKeptCapacity;

    public bool IsEmpty => _bytes.Length == LogRecord.HeadSize;

    /// <summary>The record with an empty head.</summary>
    public ByteBuffer Record => _bytes;

    public void Clear() => _bytes.Truncate(LogRecord.HeadSize);

    public void CreateNode(int node, ReadOnlySpan<int> labels, byte[]? properties)
    {
        Begin(ChangeKind.CreateNode, node);
        _bytes.WriteVarint(labels.Length);
        foreach (var label in labels)
        {
            _bytes.WriteVarint(label);
        }

        WriteProperties(properties);
    }

    public void CreateRelationship(int relationship, int type, int start, int end, byte[]? properties)
    {
        Begin(ChangeKind.CreateRelationship, relationship);
        _bytes.WriteVarint(type);
        _bytes.WriteVarint(start);
        _bytes.WriteVarint(end);
        WriteProperties(properties);
    }

    /// <summary>A property was set to what the new properties hold of it, or removed where they hold nothing.</summary>
    public void SetProperty(SchemaEntity entity, int id, int key, byte[]? after)
    {
        var isNode = entity == SchemaEntity.Node;
        var blob = new PropertyBlob(after);
        var place = blob.IndexOf(key);
        if (place < 0)
        {
            Begin(isNode ? ChangeKind.RemoveNodeProperty : ChangeKind.RemoveRelationshipProperty, id);
            _bytes.WriteVarint(key);
            return;
        }

        Begin(isNode ? ChangeKind.SetNodeProperty : ChangeKind.SetRelationshipProperty, id);
        _bytes.WriteVarint(key);
        _bytes.Write((byte)blob.KindAt(place));
        var value = blob.BytesAt(place);
        _bytes.WriteVarint(value.Length);
        _bytes.Write(value);
    }

    public void AddLabel(int node, int label)
    {
        Begin(ChangeKind.AddLabel, node);
        _bytes.WriteVarint(label);
    }

    public void RemoveLabel(int node, int label)
    {
        Begin(ChangeKind.RemoveLabel, node);
        _bytes.WriteVarint(label);
    }

    public void DeleteNode(int node) => Begin(ChangeKind.DeleteNode, node);

    public void DeleteRelationship(int relationship) => Begin(ChangeKind.DeleteRelationship, relationship);

    public void CreateSchema(SchemaRule rule)
    {
        _bytes.Write((byte)ChangeKind.CreateSchema);
        SchemaCodec.Write(rule, _bytes);
    }

    public void DropSchema(string name)
    {
        _bytes.Write((byte)ChangeKind.DropSchema);
        _bytes.WriteString(name);
    }

    /// <summary>The tokens that were made between two counts.</summary>
    public void AddTokens(TokenTables tokens, TokenCounts from, TokenCounts to)
    {
        for (var table = 0; table < TokenCounts.TableCount; table++)
        {
            AddTokens(table, TokenCounts.Table(tokens, table), from.Of(table), to.Of(table));
        }
    }

    private void AddTokens(int table, TokenTable tokens, int from, int to)
    {
        if (from == to)
        {
            return;
        }

        _bytes.Write((byte)ChangeKind.AddTokens);
        TokenCodec.Write(table, tokens, from, to, _bytes);
    }

    private void Begin(ChangeKind kind, int id)
    {
        _bytes.Write((byte)kind);
        _bytes.WriteVarint(id);
    }

    private void WriteProperties(byte[]? properties)
    {
        _bytes.WriteVarint(properties?.Length ?? 0);
        _bytes.Write(properties);
    }
}
