using Graph.Embedded.Storage;
using Graph.Embedded.Tests.Storage.Files;

namespace Graph.Embedded.Tests.Storage.Log;

public sealed class WriteFailureTests : IDisposable
{
    private readonly SimulatedDevice _device = new();
    private readonly StorageEngine _engine;

    public WriteFailureTests()
    {
        _engine = StorageEngine.Open(_device, new StorageOptions());
        CreateNode();
    }

    [Fact]
    public void A_full_disk_fails_the_commit_and_changes_nothing()
    {
        _device.FreeBytes = 30;
        var error = Assert.Throws<StorageException>(CreateNode);
        Assert.Equal(StorageErrorKind.WriteFailed, error.Kind);
        Assert.Contains("no space left on the device", error.Message);
        Assert.Equal(1, CountNodes(_engine));

        _device.FreeBytes = null;
        CreateNode();
        Assert.Equal(2, CountNodes(_engine));
        AssertRecovers(2);
    }

    [Fact]
    public void After_a_failed_sync_the_store_takes_no_writes_until_it_is_opened_again()
    {
        _device.FailsToSync = true;
        Assert.Equal(StorageErrorKind.WriteFailed, Assert.Throws<StorageException>(CreateNode).Kind);
        _device.FailsToSync = false;

        var refusal = Assert.Throws<StorageException>(CreateNode);
        Assert.StartsWith("The store takes no writes since an earlier failure:", refusal.Message);
        Assert.Equal(1, CountNodes(_engine));
        Assert.Throws<StorageException>(_engine.Checkpoint);
    }

    [Fact]
    public void A_folder_that_does_not_sync_stops_writes_as_the_new_log_may_be_lost()
    {
        _device.FailsToSyncFolder = true;
        Assert.Throws<StorageException>(_engine.Checkpoint);
        _device.FailsToSyncFolder = false;
        Assert.Throws<StorageException>(CreateNode);
    }

    [Fact]
    public void A_snapshot_that_finds_no_space_leaves_the_store_as_it_was()
    {
        _device.FreeBytes = 60;
        Assert.ThrowsAny<IOException>(_engine.Checkpoint);
        _device.FreeBytes = null;
        CreateNode();
        AssertRecovers(2);
    }

    [Fact]
    public async Task A_writer_that_built_on_a_failed_commit_fails_too()
    {
        using var isSyncing = new ManualResetEventSlim();
        using var mayFail = new ManualResetEventSlim();
        var cancellation = TestContext.Current.CancellationToken;
        _device.Syncing = () =>
        {
            isSyncing.Set();
            mayFail.Wait(cancellation);
            throw new IOException("the file does not sync");
        };
        var first = Task.Run(CreateNode, cancellation);
        isSyncing.Wait(cancellation);
        using var second = _engine.Write();
        Assert.Equal(2, second.NodeCount);
        Assert.Equal(1, CountNodes(_engine));
        second.CreateNode([]);
        mayFail.Set();

        await Assert.ThrowsAsync<StorageException>(() => first);
        var error = Assert.Throws<StorageException>(() => second.Commit());
        Assert.StartsWith("The transaction was built on a commit that was then not written", error.Message);
        Assert.Equal(1, CountNodes(_engine));
        _device.Syncing = null;
    }

    [Fact]
    public void A_store_that_is_open_is_locked() => Assert.Equal(
        StorageErrorKind.Locked,
        Assert.Throws<StorageException>(() => StorageEngine.Open(_device, new StorageOptions())).Kind);

    public void Dispose() => _engine.Dispose();

    private void CreateNode()
    {
        using var writer = _engine.Write();
        writer.CreateNode([]);
        writer.Commit();
    }

    private void AssertRecovers(long count)
    {
        _engine.Dispose();
        using var engine = StorageEngine.Open(_device, new StorageOptions());
        Assert.Equal(count, CountNodes(engine));
    }

    private static long CountNodes(StorageEngine engine)
    {
        using var reader = engine.BeginRead();
        return reader.NodeCount;
    }
}
