namespace Graph.Embedded.Storage.Files;

/// <summary>The folder a store lives in. Everything the store does to files goes through here.</summary>
/// <remarks>
/// Failures are <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>. What is written survives a crash
/// once the file was synced, and a file's name once the folder was.
/// </remarks>
internal interface IStorageDevice
{
    /// <summary>The file as a person finds it.</summary>
    string Describe(string name);

    /// <summary>Names of the files that are there.</summary>
    IReadOnlyList<string> List();

    /// <summary>An empty file of the name, in place of one that was there.</summary>
    IDeviceFile Create(string name);

    /// <summary>A file that is there, for reading and writing.</summary>
    IDeviceFile Open(string name);

    /// <summary>Renames at once or not at all; a file of the new name is replaced.</summary>
    void Rename(string from, string to);

    void Delete(string name);

    /// <summary>Makes creations, renames and deletions so far durable.</summary>
    void SyncFolder();

    /// <summary>Keeps other processes out until disposed.</summary>
    /// <exception cref="StorageException">Another process is in; the message gives its notice.</exception>
    IDisposable Lock();
}

/// <summary>A file of a <see cref="IStorageDevice"/>.</summary>
internal interface IDeviceFile : IDisposable
{
    long Length { get; }

    /// <summary>Fills the span from the offset on; returns less only at the end of the file.</summary>
    int Read(long offset, Span<byte> into);

    void Write(long offset, ReadOnlySpan<byte> bytes);

    void SetLength(long length);

    /// <summary>Makes everything written so far durable.</summary>
    void Sync();
}
