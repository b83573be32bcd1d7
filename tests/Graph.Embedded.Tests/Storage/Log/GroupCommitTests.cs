using Graph.Embedded.Storage;
using Graph.Embedded.Tests.Storage.Files;

namespace Graph.Embedded.Tests.Storage.Log;

public sealed class GroupCommitTests
{
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commits_that_wait_for_a_sync_share_the_next_one()
    {
        var device = new SimulatedDevice();
        using var engine = StorageEngine.Open(device, new StorageOptions());
        using var isSyncing = new ManualResetEventSlim();
        using var maySync = new ManualResetEventSlim();
        var syncs = 0;
        device.Syncing = () =>
        {
            Interlocked.Increment(ref syncs);
            isSyncing.Set();
            maySync.Wait(_cancellation);
        };

        var commits = new List<Task> { Task.Run(() => CreateNode(engine), _cancellation) };
        isSyncing.Wait(_cancellation);
        for (var i = 1; i <= 3; i++)
        {
            commits.Add(Task.Run(() => CreateNode(engine), _cancellation));
            WaitUntilAccepted(engine, i + 1);
        }

        Assert.Equal(0, CountNodes(engine));
        maySync.Set();
        await Task.WhenAll(commits);

        Assert.Equal(4, CountNodes(engine));
        Assert.Equal(2, syncs);
        device.Syncing = null;
    }

    // A writer sees what is accepted before it, durable or not.
    private static void WaitUntilAccepted(StorageEngine engine, long nodes)
    {
        while (true)
        {
            using var writer = engine.Write();
            if (writer.NodeCount == nodes)
            {
                return;
            }
        }
    }

    private static void CreateNode(StorageEngine engine)
    {
        using var writer = engine.Write();
        writer.CreateNode([]);
        writer.Commit();
    }

    private static long CountNodes(StorageEngine engine)
    {
        using var reader = engine.BeginRead();
        return reader.NodeCount;
    }
}
