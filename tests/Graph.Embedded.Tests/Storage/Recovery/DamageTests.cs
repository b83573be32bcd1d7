using Graph.Embedded.Storage;
using Graph.Embedded.Storage.Files;
using Graph.Embedded.Tests.Storage.Files;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Storage.Recovery;

public sealed class DamageTests
{
    private readonly SimulatedDevice _device = new();

    [Fact]
    public void Every_prefix_of_the_log_is_a_committed_state()
    {
        var ends = CommitNodes(6);
        var log = _device.Bytes(StoreFileNames.Log(1));

        for (var length = FileHeader.Size; length <= log.Length; length++)
        {
            var torn = new SimulatedDevice();
            torn.Put(StoreFileNames.Log(1), log[..length]);
            Assert.Equal(ends.Count(end => end <= length), CountNodes(torn));
        }
    }

    [Fact]
    public void Any_changed_byte_before_the_last_commit_is_found_and_named()
    {
        var ends = CommitNodes(4);
        var log = _device.Bytes(StoreFileNames.Log(1));

        for (var offset = 0; offset < ends[^2]; offset++)
        {
            var damaged = new SimulatedDevice();
            damaged.Put(StoreFileNames.Log(1), log);
            damaged.Damage(StoreFileNames.Log(1), offset);

            // The unused bytes at the end of a head say nothing.
            var record = ends.LastOrDefault(end => end <= offset, FileHeader.Size);
            if (offset >= FileHeader.Size && offset - record is >= 36 and < 40)
            {
                continue;
            }

            var error = Assert.Throws<StorageException>(() => CountNodes(damaged));
            Assert.Contains("store/log-00000000000000000001", error.Message);
            var place = offset < FileHeader.Size ? 0 : record;
            Assert.True(
                error.Kind == StorageErrorKind.UnknownFormat || error.Message.Contains($"at byte {place}:", StringComparison.Ordinal),
                $"{offset}: {error.Message}");
        }
    }

    [Fact]
    public void Damage_of_the_last_commit_is_found_when_the_store_was_closed()
    {
        using (var engine = StorageEngine.Open(_device, new StorageOptions()))
        {
            using var writer = engine.Write();
            writer.CreateNode([]);
            writer.Commit();
        }

        _device.Damage(StoreFileNames.Log(1), FileHeader.Size + 41);

        Assert.Equal(StorageErrorKind.Corrupt, Assert.Throws<StorageException>(() => CountNodes(_device)).Kind);
    }

    [Fact]
    public void A_damaged_snapshot_is_named_with_place_and_remedy()
    {
        WriteSnapshot();
        _device.Damage(StoreFileNames.Snapshot(1), 100);

        var error = Assert.Throws<StorageException>(() => CountNodes(_device));
        Assert.Equal(StorageErrorKind.Corrupt, error.Kind);
        Assert.StartsWith("store/snapshot-00000000000000000001 is damaged at byte ", error.Message);
        Assert.EndsWith("Restore the newest backup into an empty folder and open that.", error.Message);
    }

    [Fact]
    public void A_missing_log_is_named()
    {
        CommitNodes(2);
        var log = new FileHeader(StoreFileKind.Log, Guid.Empty, 5).ToBytes();
        var device = new SimulatedDevice();
        device.Put(StoreFileNames.Log(5), log);

        var error = Assert.Throws<StorageException>(() => CountNodes(device));
        Assert.Contains("store/log-00000000000000000001 is missing: the next log begins with commit 5", error.Message);
    }

    [Fact]
    public void Files_of_another_store_are_refused()
    {
        WriteSnapshot();
        _device.Put(StoreFileNames.Log(2), new FileHeader(StoreFileKind.Log, new Guid("11111111-1111-1111-1111-111111111111"), 2).ToBytes());

        Assert.Contains("belongs to another store", Assert.Throws<StorageException>(() => CountNodes(_device)).Message);
    }

    [Theory]
    [InlineData(StoreFileKind.Log)]
    [InlineData(StoreFileKind.Snapshot)]
    public void A_file_of_a_newer_format_is_refused_with_both_versions(object kind)
    {
        var name = (StoreFileKind)kind == StoreFileKind.Log ? StoreFileNames.Log(1) : StoreFileNames.Snapshot(1);
        _device.Put(name, new FileHeader((StoreFileKind)kind, Guid.Empty, 1).ToBytes(version: 7));

        var error = Assert.Throws<StorageException>(() => CountNodes(_device));
        Assert.Equal(StorageErrorKind.UnknownFormat, error.Kind);
        Assert.Equal(
            $"store/{name} has format version 7; this program reads versions up to 1. "
            + "Open the store with the newer program that wrote it.", error.Message);
    }

    private void WriteSnapshot()
    {
        using var engine = StorageEngine.Open(_device, new StorageOptions());
        using (var writer = engine.Write())
        {
            writer.CreateNode([], [new(engine.Tokens.Keys.GetOrCreate("name"), Value.Of("x"))]);
            writer.Commit();
        }

        engine.Checkpoint();
    }

    /// <summary>Commits nodes one by one without closing the store; returns where each commit's record ends.</summary>
    private List<long> CommitNodes(int count)
    {
        var engine = StorageEngine.Open(_device, new StorageOptions());
        var key = engine.Tokens.Keys.GetOrCreate("name");
        var ends = new List<long>();
        for (var i = 0; i < count; i++)
        {
            using var writer = engine.Write();
            writer.CreateNode([], [new(key, Value.Of("name " + i))]);
            writer.Commit();
            ends.Add(_device.Bytes(StoreFileNames.Log(1)).Length);
        }

        return ends;
    }

    private static long CountNodes(SimulatedDevice device)
    {
        using var engine = StorageEngine.Open(device, new StorageOptions());
        using var reader = engine.BeginRead();
        return reader.NodeCount;
    }
}
