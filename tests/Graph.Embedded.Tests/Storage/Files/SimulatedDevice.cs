using Graph.Embedded.Storage;
using Graph.Embedded.Storage.Files;

namespace Graph.Embedded.Tests.Storage.Files;

/// <summary>A folder in memory that loses, tears and reorders what was not synced when its power fails.</summary>
internal sealed class SimulatedDevice : IStorageDevice
{
    private readonly List<Action<Dictionary<string, SimulatedFile>>> _unsyncedNames = [];
    private Dictionary<string, SimulatedFile> _durableNames = [];
    private Dictionary<string, SimulatedFile> _names = [];
    private bool _isLocked;

    /// <summary>Bytes that can still be written; null for no limit.</summary>
    public long? FreeBytes { get; set; }

    /// <summary>Whether syncing a file fails.</summary>
    public bool FailsToSync { get; set; }

    /// <summary>Whether syncing the folder fails.</summary>
    public bool FailsToSyncFolder { get; set; }

    /// <summary>Operations until the power fails; null for never.</summary>
    public int? OperationsLeft { get; set; }

    /// <summary>Operations that change something, so far.</summary>
    public int Operations { get; private set; }

    /// <summary>Called whenever a file is being synced.</summary>
    public Action? Syncing { get; set; }

    public string Describe(string name) => "store/" + name;

    public IReadOnlyList<string> List() => [.. _names.Keys];

    public IDeviceFile Create(string name)
    {
        Operate();
        var file = new SimulatedFile(this);
        Change(names => names[name] = file);
        return file;
    }

    public IDeviceFile Open(string name) => _names[name];

    public void Rename(string from, string to)
    {
        Operate();
        Change(names =>
        {
            if (names.Remove(from, out var file))
            {
                names[to] = file;
            }
        });
    }

    public void Delete(string name)
    {
        Operate();
        Change(names => names.Remove(name));
    }

    public void SyncFolder()
    {
        Operate();
        if (FailsToSyncFolder)
        {
            throw new IOException("the folder does not sync");
        }

        _durableNames = new(_names);
        _unsyncedNames.Clear();
    }

    public IDisposable Lock()
    {
        if (_isLocked)
        {
            throw new StorageException(StorageErrorKind.Locked, "The store is open in the test.");
        }

        _isLocked = true;
        return new Unlock(this);
    }

    /// <summary>The power fails: what was synced stays, of the rest some parts do, in any combination.</summary>
    public void Crash(Random random)
    {
        _names = new(_durableNames);
        foreach (var change in _unsyncedNames.Take(random.Next(_unsyncedNames.Count + 1)))
        {
            change(_names);
        }

        foreach (var file in _names.Values)
        {
            file.Crash(random);
        }

        _unsyncedNames.Clear();
        _durableNames = new(_names);
        (OperationsLeft, FailsToSync, FailsToSyncFolder, FreeBytes, _isLocked) = (null, false, false, null, false);
    }

    /// <summary>The bytes of a file as a reader sees them.</summary>
    public byte[] Bytes(string name) => _names[name].Content;

    /// <summary>Changes a byte of a file, synced or not, as a failing disk does.</summary>
    public void Damage(string name, long offset) => _names[name].Damage(offset);

    /// <summary>Puts a whole file in place, durable.</summary>
    public void Put(string name, byte[] bytes)
    {
        var file = new SimulatedFile(this);
        file.Write(0, bytes);
        file.Sync();
        _names[name] = file;
        _durableNames[name] = file;
    }

    internal void Operate()
    {
        Operations++;
        if (OperationsLeft is { } left)
        {
            OperationsLeft = left - 1;
            if (left <= 0)
            {
                throw new IOException("the power failed");
            }
        }
    }

    private void Change(Action<Dictionary<string, SimulatedFile>> change)
    {
        change(_names);
        _unsyncedNames.Add(change);
    }

    private sealed class Unlock(SimulatedDevice device) : IDisposable
    {
        public void Dispose() => device._isLocked = false;
    }
}
