namespace Graph.Embedded.Storage.Files;

/// <summary>The errors of a store's files; each names the file, the place and the remedy.</summary>
internal static class StoreErrors
{
    private const string Restore = "Restore the newest backup into an empty folder and open that.";

    public static StorageException Damaged(IStorageDevice device, string name, long offset, string what) => new(
        StorageErrorKind.Corrupt, $"{device.Describe(name)} is damaged at byte {offset}: {what}. {Restore}");

    public static StorageException Missing(IStorageDevice device, string name, string why) => new(
        StorageErrorKind.Corrupt, $"{device.Describe(name)} is missing: {why}. Put it back, or restore the newest backup into an empty folder.");

    public static StorageException Foreign(IStorageDevice device, string name) => new(
        StorageErrorKind.Corrupt,
        $"{device.Describe(name)} belongs to another store. Move it out of the folder, or restore the newest backup.");

    public static StorageException Newer(IStorageDevice device, string name, int version) => new(
        StorageErrorKind.UnknownFormat,
        $"{device.Describe(name)} has format version {version}; this program reads versions up to {FileHeader.CurrentVersion}. "
        + "Open the store with the newer program that wrote it.");

    public static StorageException NotWritten(IStorageDevice device, string name, Exception cause) => new(
        StorageErrorKind.WriteFailed,
        $"The commit was not written to {device.Describe(name)}: {cause.Message} "
        + "The graph is as it was before. Free space or mend the disk, then try again.", cause);

    public static StorageException NotSynced(IStorageDevice device, string name, Exception cause) => new(
        StorageErrorKind.WriteFailed,
        $"{device.Describe(name)} could not be made durable: {cause.Message} Whether the disk has the commit is unknown, so the "
        + "store takes no more writes. Close it, mend the disk and open it again.", cause);

    public static StorageException Refusing(StorageException cause) => new(
        StorageErrorKind.WriteFailed, $"The store takes no writes since an earlier failure: {cause.Message}", cause);

    public static StorageException BuiltOnFailed(StorageException cause) => new(
        StorageErrorKind.WriteFailed,
        $"The transaction was built on a commit that was then not written, so it was rolled back: {cause.Message}", cause);
}
