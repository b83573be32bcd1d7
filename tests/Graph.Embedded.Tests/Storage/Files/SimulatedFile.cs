using Graph.Embedded.Storage.Files;

namespace Graph.Embedded.Tests.Storage.Files;

/// <summary>A file of a <see cref="SimulatedDevice"/>: what was synced, and the writes since.</summary>
internal sealed class SimulatedFile(SimulatedDevice device) : IDeviceFile
{
    private const int SectorSize = 512;

    private readonly List<(long Offset, byte[] Bytes)> _unsynced = [];
    private byte[] _durable = [];

    public byte[] Content { get; private set; } = [];

    public long Length => Content.Length;

    public int Read(long offset, Span<byte> into)
    {
        var count = (int)Math.Clamp(Content.Length - offset, 0, into.Length);
        Content.AsSpan((int)Math.Min(offset, Content.Length), count).CopyTo(into);
        return count;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        device.Operate();
        if (device.FreeBytes is { } free)
        {
            var fitting = (int)Math.Min(free, bytes.Length);
            device.FreeBytes = free - fitting;
            Put(offset, bytes[..fitting]);
            if (fitting < bytes.Length)
            {
                throw new IOException("no space left on the device");
            }

            return;
        }

        Put(offset, bytes);
    }

    public void SetLength(long length)
    {
        device.Operate();
        Content = Resized(Content, (int)length);
        _unsynced.Add((length, []));
    }

    public void Sync()
    {
        device.Operate();
        device.Syncing?.Invoke();
        if (device.FailsToSync)
        {
            throw new IOException("the file does not sync");
        }

        _durable = [.. Content];
        _unsynced.Clear();
    }

    public void Dispose()
    {
    }

    public void Damage(long offset)
    {
        Content[offset] ^= 0x40;
        _durable = [.. Content];
    }

    /// <summary>Keeps what was synced, and of the rest each sector or not.</summary>
    public void Crash(Random random)
    {
        var content = _durable;
        var share = random.Next(3) / 2.0;
        foreach (var (offset, bytes) in _unsynced)
        {
            if (bytes.Length == 0)
            {
                content = random.NextDouble() < share ? Resized(content, (int)offset) : content;
            }

            for (var from = 0; from < bytes.Length; from += SectorSize - (int)((offset + from) % SectorSize))
            {
                var sector = bytes.AsSpan(from, Math.Min(bytes.Length - from, SectorSize - (int)((offset + from) % SectorSize)));
                if (random.NextDouble() < share)
                {
                    content = Resized(content, Math.Max(content.Length, (int)(offset + from + sector.Length)));
                    sector.CopyTo(content.AsSpan((int)(offset + from)));
                }
            }
        }

        _unsynced.Clear();
        Content = content;
        _durable = [.. content];
    }

    private static byte[] Resized(byte[] bytes, int length)
    {
        var resized = new byte[length];
        bytes.AsSpan(0, Math.Min(length, bytes.Length)).CopyTo(resized);
        return resized;
    }

    private void Put(long offset, ReadOnlySpan<byte> bytes)
    {
        Content = Resized(Content, Math.Max(Content.Length, (int)offset + bytes.Length));
        bytes.CopyTo(Content.AsSpan((int)offset));
        if (bytes.Length > 0)
        {
            _unsynced.Add((offset, bytes.ToArray()));
        }
    }
}
