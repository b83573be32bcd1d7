using System.Buffers.Binary;
using System.IO.Hashing;

namespace Graph.Embedded.Storage.Files;

/// <summary>What a file of a store is.</summary>
internal enum StoreFileKind
{
    Log,
    Snapshot,
}

/// <summary>The first bytes of every file of a store.</summary>
/// <remarks>Magic (8), format version (4), zero (4), store id (16), sequence number (8), zero (4), checksum of these (4).</remarks>
/// <param name="Kind">What the file is.</param>
/// <param name="Store">Identity of the store, so that files of two stores are never mixed.</param>
/// <param name="Sequence">First commit of a log, last commit of a snapshot.</param>
internal readonly record struct FileHeader(StoreFileKind Kind, Guid Store, long Sequence)
{
    public const int Size = 48;

    /// <summary>
    /// Version of the format that this code writes. A later one reads every earlier one: give it a reader in
    /// <see cref="Recovery.FormatMigration"/> when you raise this.
    /// </summary>
    public const int CurrentVersion = 1;

    public byte[] ToBytes(int version = CurrentVersion)
    {
        var bytes = new byte[Size];
        MagicOf(Kind).CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), version);
        Store.TryWriteBytes(bytes.AsSpan(16));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(32), Sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(44), Crc32.HashToUInt32(bytes.AsSpan(0, 44)));
        return bytes;
    }

    /// <summary>Reads a file's header and version; null where it is damaged or of another kind.</summary>
    public static (FileHeader Header, int Version)? Read(IDeviceFile file, StoreFileKind kind)
    {
        var bytes = new byte[Size];
        if (file.Read(0, bytes) < Size || !bytes.AsSpan(0, 8).SequenceEqual(MagicOf(kind))
            || Crc32.HashToUInt32(bytes.AsSpan(0, 44)) != BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(44)))
        {
            return null;
        }

        var header = new FileHeader(
            kind, new Guid(bytes.AsSpan(16, 16)), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(32)));
        return (header, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)));
    }

    private static ReadOnlySpan<byte> MagicOf(StoreFileKind kind) =>
        kind == StoreFileKind.Log ? "GRAPHLOG"u8 : "GRAPHSNP"u8;
}
