using System.IO.Hashing;
using Graph.Embedded.Storage.Files;
using Graph.Embedded.Storage.Log;

namespace Graph.Embedded.Storage.Recovery;

/// <summary>Reads the records of one log file in order, and tells the torn tail of a crash from damage.</summary>
/// <remarks>
/// A crash may leave anything where unsynced records were written. So bytes that are no record end the log, unless
/// something proves that they were synced once: a later log file, or a whole record behind them that was written when
/// they were durable already.
/// </remarks>
internal sealed class LogReader(IStorageDevice device, string name, IDeviceFile file, bool isLast)
{
    private byte[] _body = [];
    private long _bodyLength;

    /// <summary>End of the last whole record.</summary>
    public long End { get; private set; } = FileHeader.Size;

    /// <summary>Checksum of the head of the last whole record.</summary>
    public uint Previous { get; private set; }

    public LogRecord Record { get; private set; }

    /// <summary>The changes of the record.</summary>
    public ReadOnlySpan<byte> Body => _body.AsSpan(0, (int)_bodyLength);

    /// <summary>Where the record begins.</summary>
    public long Start { get; private set; }

    /// <summary>Moves to the next record; false at the end of the log.</summary>
    /// <param name="expected">Number of the commit that must come next.</param>
    /// <exception cref="StorageException">The file is damaged.</exception>
    public bool MoveNext(long expected)
    {
        while (End < file.Length)
        {
            Start = End;
            if (!TryReadRecord(out var why, out var checksum))
            {
                return isLast && !WasSynced(expected) ? false : throw StoreErrors.Damaged(device, name, Start, why);
            }

            End = Start + LogRecord.HeadSize + Record.Length;
            Previous = checksum;
            if (Record.Sequence != (Record.IsCloseNote ? expected - 1 : expected))
            {
                throw StoreErrors.Damaged(device, name, Start, $"commit {Record.Sequence} stands where {expected} belongs");
            }

            if (!Record.IsCloseNote)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryReadRecord(out string why, out uint checksum)
    {
        var head = new byte[LogRecord.HeadSize];
        var length = file.Read(Start, head);
        if (!LogRecord.TryRead(head.AsSpan(0, length), out var record, out checksum) || record.Previous != Previous)
        {
            why = "no record begins there";
            return false;
        }

        if (record.Length > file.Length - Start - LogRecord.HeadSize)
        {
            why = "the record goes on behind the end of the file";
            return false;
        }

        if (_body.Length < record.Length)
        {
            _body = new byte[record.Length];
        }

        _bodyLength = file.Read(Start + LogRecord.HeadSize, _body.AsSpan(0, record.Length));
        why = "the changes of the record do not match its checksum";
        Record = record;
        return Crc32.HashToUInt32(Body) == record.BodyChecksum;
    }

    /// <summary>Whether a whole record behind the bad bytes says that commits from the expected one on were durable.</summary>
    private bool WasSynced(long expected)
    {
        const int window = 1 << 20;
        var bytes = new byte[window + LogRecord.HeadSize];
        for (var offset = Start + 1; offset < file.Length; offset += window)
        {
            var read = bytes.AsSpan(0, file.Read(offset, bytes));
            for (var at = 0; read[at..].IndexOf(LogRecord.Mark) is var next and >= 0; at++)
            {
                at += next;
                if (LogRecord.TryRead(read[at..], out var record, out _) && record.Durable >= expected)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
