using System.Buffers.Binary;
using System.IO.Hashing;

namespace Graph.Embedded.Storage.Log;

/// <summary>The head of a commit's record in the log; the changes follow it.</summary>
/// <remarks>
/// Mark (4), length of the changes (4), sequence number (8), durable sequence number (8), checksum of the changes (4),
/// checksum of the head before (4), checksum of this head (4), zero (4).
/// </remarks>
/// <param name="Length">Bytes of the changes; 0 for the note of a clean close, which is no commit.</param>
/// <param name="Sequence">Number of the commit; of the last commit, for the note of a clean close.</param>
/// <param name="Durable">
/// The last commit that was synced when this was written. Damage at or before it cannot be the torn tail of a crash.
/// </param>
/// <param name="BodyChecksum">CRC-32 of the changes.</param>
/// <param name="Previous">Head checksum of the record before; of what an earlier failure left behind, no record follows.</param>
internal readonly record struct LogRecord(int Length, long Sequence, long Durable, uint BodyChecksum, uint Previous)
{
    public const int HeadSize = 40;

    public static ReadOnlySpan<byte> Mark => "GREC"u8;

    public bool IsCloseNote => Length == 0;

    /// <summary>Writes the head; returns its checksum.</summary>
    public uint WriteTo(Span<byte> head)
    {
        head.Clear();
        Mark.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], Length);
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(head[16..], Durable);
        BinaryPrimitives.WriteUInt32LittleEndian(head[24..], BodyChecksum);
        BinaryPrimitives.WriteUInt32LittleEndian(head[28..], Previous);
        var checksum = Crc32.HashToUInt32(head[..32]);
        BinaryPrimitives.WriteUInt32LittleEndian(head[32..], checksum);
        return checksum;
    }

    /// <summary>Reads a head and its checksum; false where the bytes are none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> head, out LogRecord record, out uint checksum)
    {
        record = default;
        checksum = 0;
        if (head.Length < HeadSize || !head.StartsWith(Mark))
        {
            return false;
        }

        checksum = BinaryPrimitives.ReadUInt32LittleEndian(head[32..]);
        record = new LogRecord(
            BinaryPrimitives.ReadInt32LittleEndian(head[4..]), BinaryPrimitives.ReadInt64LittleEndian(head[8..]),
            BinaryPrimitives.ReadInt64LittleEndian(head[16..]), BinaryPrimitives.ReadUInt32LittleEndian(head[24..]),
            BinaryPrimitives.ReadUInt32LittleEndian(head[28..]));
        return checksum == Crc32.HashToUInt32(head[..32]) && record.Length >= 0;
    }
}
