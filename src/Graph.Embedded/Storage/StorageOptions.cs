namespace Graph.Embedded.Storage;

/// <summary>How a store on disk behaves.</summary>
public sealed class StorageOptions
{
    /// <summary>
    /// Bytes of log after which a snapshot is written in the background and the log begins anew; the log also grows to half
    /// the size of the last snapshot first. 65,536 to 2^40; the default is 67,108,864 (64 MiB).
    /// </summary>
    public long SnapshotAfterLogBytes { get; init; } = 64 << 20;

    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SnapshotAfterLogBytes, 1 << 16, nameof(SnapshotAfterLogBytes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SnapshotAfterLogBytes, 1L << 40, nameof(SnapshotAfterLogBytes));
    }
}
