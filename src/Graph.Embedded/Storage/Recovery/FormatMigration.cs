using Graph.Embedded.Storage.Files;

namespace Graph.Embedded.Storage.Recovery;

/// <summary>Opens files by the version of their format. A store is on the current one from its next snapshot on.</summary>
internal static class FormatMigration
{
    /// <summary>Reads and checks the header of a file.</summary>
    /// <exception cref="StorageException">The header is damaged, or a newer program wrote the file.</exception>
    public static FileHeader ReadHeader(IStorageDevice device, string name, IDeviceFile file, StoreFileKind kind)
    {
        if (FileHeader.Read(file, kind) is not var (header, version))
        {
            throw StoreErrors.Damaged(device, name, 0, "the file has no header");
        }

        return version is >= 1 and <= FileHeader.CurrentVersion ? header : throw StoreErrors.Newer(device, name, version);
    }
}
