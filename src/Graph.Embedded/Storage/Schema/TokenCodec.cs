using Graph.Embedded.Storage.Binary;

namespace Graph.Embedded.Storage.Schema;

/// <summary>Names of tokens as bytes, for log and snapshots: table, first id, count, names.</summary>
internal static class TokenCodec
{
    public static void Write(int table, TokenTable tokens, int from, int to, ByteBuffer into)
    {
        into.WriteVarint(table);
        into.WriteVarint(from);
        into.WriteVarint(to - from);
        for (var id = from; id < to; id++)
        {
            into.WriteString(tokens.NameOf(id));
        }
    }

    /// <summary>Adds the names to the tables; those they have already must be the same.</summary>
    public static void Read(ref ByteReader reader, TokenTables tokens)
    {
        var table = TokenCounts.Table(tokens, reader.ReadCount());
        var from = reader.ReadCount();
        var to = from + reader.ReadCount();
        for (var id = from; id < to; id++)
        {
            var name = reader.ReadString();
            if (table.GetOrCreate(name) != id)
            {
                throw new InvalidDataException($"The token '{name}' has another id than {id}.");
            }
        }
    }
}
