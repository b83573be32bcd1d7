using Microsoft.Win32.SafeHandles;

namespace Graph.Embedded.Storage.Files;

/// <summary>A file of the machine.</summary>
internal sealed class FolderFile(SafeFileHandle handle) : IDeviceFile
{
    public long Length => RandomAccess.GetLength(handle);

    public int Read(long offset, Span<byte> into)
    {
        var total = 0;
        while (total < into.Length && RandomAccess.Read(handle, into[total..], offset + total) is var read and > 0)
        {
            total += read;
        }

        return total;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(handle, bytes, offset);

    public void SetLength(long length) => RandomAccess.SetLength(handle, length);

    public void Sync() => RandomAccess.FlushToDisk(handle);

    public void Dispose() => handle.Dispose();
}
