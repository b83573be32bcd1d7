using System.IO.Hashing;
using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.Files;

namespace Graph.Embedded.Storage.Log;

/// <summary>Appends records to the newest log file. One thread at a time.</summary>
internal sealed class LogWriter : IDisposable
{
    private readonly IStorageDevice _device;
    private readonly Guid _store;
    private IDeviceFile _file;
    private long _end;
    private uint _previous;

    private LogWriter(IStorageDevice device, Guid store, string name, IDeviceFile file, long end, uint previous)
    {
        _device = device;
        _store = store;
        _file = file;
        _end = end;
        _previous = previous;
        FileName = name;
    }

    public string FileName { get; private set; }

    /// <summary>Bytes of the newest log file.</summary>
    public long Length => _end;

    /// <summary>Creates a log file for the commits from <paramref name="first"/> on.</summary>
    public static LogWriter Create(IStorageDevice device, Guid store, long first)
    {
        var name = StoreFileNames.Log(first);
        return new LogWriter(device, store, name, CreateFile(device, store, name, first), FileHeader.Size, 0);
    }

    /// <summary>Goes on behind the last whole record of a log file and drops what stands after it.</summary>
    public static LogWriter Resume(IStorageDevice device, Guid store, long first, long end, uint previous)
    {
        var name = StoreFileNames.Log(first);
        var file = device.Open(name);
        if (file.Length > end)
        {
            file.SetLength(end);
            file.Sync();
        }

        return new LogWriter(device, store, name, file, end, previous);
    }

    /// <summary>Appends without syncing; the record's bytes begin with room for its head.</summary>
    public void Append(ByteBuffer record, long sequence, long durable)
    {
        var bytes = record.Span;
        var body = bytes[LogRecord.HeadSize..];
        var head = new LogRecord(
            body.Length, sequence, durable, Crc32.HashToUInt32(body), _previous);
        var checksum = head.WriteTo(record.Writable[..LogRecord.HeadSize]);
        _file.Write(_end, bytes);
        _previous = checksum;
        _end += bytes.Length;
    }

    public void Sync() => _file.Sync();

    /// <summary>Where the next record goes, to come back to with <see cref="Rewind"/>.</summary>
    public (long End, uint Previous) Mark() => (_end, _previous);

    /// <summary>Takes back everything that was appended after the mark.</summary>
    public void Rewind((long End, uint Previous) mark)
    {
        _file.SetLength(mark.End);
        _file.Sync();
        (_end, _previous) = mark;
    }

    /// <summary>Begins a new file for the commits from <paramref name="first"/> on; everything before must be synced.</summary>
    /// <exception cref="IOException">No new file was begun; the old one goes on.</exception>
    /// <exception cref="StorageException">Whether the new file will be there after a crash is unknown: none may be written.</exception>
    public void Rotate(long first)
    {
        var name = StoreFileNames.Log(first);
        if (name == FileName)
        {
            return;
        }

        var file = CreateFile(_device, _store, name, first);
        _file.Dispose();
        (_file, _end, _previous, FileName) = (file, FileHeader.Size, 0, name);
    }

    public void Dispose() => _file.Dispose();

    // Under another name until its header is durable, so that no crash leaves a log without one.
    private static IDeviceFile CreateFile(IStorageDevice device, Guid store, string name, long first)
    {
        var part = StoreFileNames.Part(name);
        var file = device.Create(part);
        try
        {
            file.Write(0, new FileHeader(StoreFileKind.Log, store, first).ToBytes());
            file.Sync();
            device.Rename(part, name);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        try
        {
            device.SyncFolder();
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            throw StoreErrors.NotSynced(device, name, e);
        }
    }
}
