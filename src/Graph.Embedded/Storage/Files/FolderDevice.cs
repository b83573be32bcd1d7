namespace Graph.Embedded.Storage.Files;

/// <summary>A folder of the machine.</summary>
internal sealed class FolderDevice : IStorageDevice
{
    private const string LockName = "lock";
    private const string OwnerName = "lock.owner";
    private readonly string _folder;

    /// <summary>Creates the folder where it is missing.</summary>
    public FolderDevice(string folder)
    {
        _folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(_folder);
    }

    public string Describe(string name) => Path.Combine(_folder, name);

    public IReadOnlyList<string> List() => [.. new DirectoryInfo(_folder).EnumerateFiles().Select(file => file.Name)];

    public IDeviceFile Create(string name) =>
        new FolderFile(File.OpenHandle(Describe(name), FileMode.Create, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete));

    public IDeviceFile Open(string name) =>
        new FolderFile(File.OpenHandle(Describe(name), FileMode.Open, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete));

    public void Rename(string from, string to) => File.Move(Describe(from), Describe(to), overwrite: true);

    public void Delete(string name) => File.Delete(Describe(name));

    public void SyncFolder() => FolderSync.Sync(_folder);

    public IDisposable Lock()
    {
        try
        {
            // Held by the system for the process: it is free again when the process dies, however it dies.
            var handle = new FileStream(Describe(LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            WriteOwner();
            return handle;
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new StorageException(
                StorageErrorKind.Locked,
                $"The store in {_folder} is open in {Owner()}. Close it there, or open another folder.", e);
        }
    }

    private void WriteOwner()
    {
        try
        {
            File.WriteAllText(Describe(OwnerName), $"process {Environment.ProcessId} on {Environment.MachineName}");
        }
        catch (IOException)
        {
            // It only helps whoever finds the store locked; a full disk must not keep the store from opening.
        }
    }

    private string Owner()
    {
        try
        {
            return File.ReadAllText(Describe(OwnerName)) is { Length: > 0 } notice ? notice : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
