using System.Collections.Immutable;
using Graph.Embedded.Storage.Binary;

namespace Graph.Embedded.Storage.Schema;

/// <summary>Rules as bytes, for log and snapshots.</summary>
internal static class SchemaCodec
{
    private const byte Index = 1;
    private const byte Constraint = 2;

    public static void Write(SchemaRule rule, ByteBuffer into)
    {
        into.Write(rule is IndexDefinition ? Index : Constraint);
        into.WriteString(rule.Name);
        into.Write((byte)rule.Entity);
        if (rule is IndexDefinition index)
        {
            into.Write((byte)index.Kind);
            WriteIds(index.Tokens, into);
            WriteIds(index.Keys, into);
            into.WriteString(index.OwningConstraint ?? "");
            return;
        }

        var constraint = (ConstraintDefinition)rule;
        into.Write((byte)constraint.Kind);
        into.WriteVarint(constraint.Token);
        WriteIds(constraint.Keys, into);
        into.WriteString(constraint.PropertyType ?? "");
    }

    public static SchemaRule Read(ref ByteReader reader)
    {
        var what = reader.ReadByte();
        var name = reader.ReadString();
        var entity = (SchemaEntity)reader.ReadByte();
        var kind = reader.ReadByte();
        return what switch
        {
            Index => new IndexDefinition(
                name, entity, (IndexKind)kind, ReadIds(ref reader), ReadIds(ref reader), NullIfEmpty(reader.ReadString())),
            Constraint => new ConstraintDefinition(
                name, entity, (ConstraintKind)kind, reader.ReadCount(), ReadIds(ref reader), NullIfEmpty(reader.ReadString())),
            _ => throw new InvalidDataException($"No rule begins with {what}."),
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static void WriteIds(ImmutableArray<int> ids, ByteBuffer into)
    {
        into.WriteVarint(ids.Length);
        foreach (var id in ids)
        {
            into.WriteVarint(id);
        }
    }

    private static ImmutableArray<int> ReadIds(ref ByteReader reader)
    {
        var ids = new int[reader.ReadCount()];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = reader.ReadCount();
        }

        return ImmutableArray.Create(ids);
    }
}
