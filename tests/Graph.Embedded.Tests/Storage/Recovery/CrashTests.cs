using FsCheck;
using FsCheck.Fluent;
using Graph.Embedded.Storage;
using Graph.Embedded.Tests.Storage.Files;
using Graph.Embedded.Tests.Storage.Model;

namespace Graph.Embedded.Tests.Storage.Recovery;

/// <summary>Whatever a device loses, tears or reorders, the store opens at a commit that was or could have been told of.</summary>
public sealed class CrashTests
{
    [Fact]
    public void A_power_failure_at_any_operation_keeps_every_commit_whole() => Prop.ForAll((byte[] script, int seed) =>
    {
        var random = new Random(seed);
        var device = new SimulatedDevice();
        using (var engine = StorageEngine.Open(device, new StorageOptions()))
        {
            ModelRun.CreateIndexes(engine);
        }

        var graph = new GraphModel();
        for (var life = 0; life < 4; life++)
        {
            device.OperationsLeft = random.Next(1, 40);
            graph = Live(device, script, graph, random);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithStartSize(30).WithEndSize(200));

    /// <summary>Commits small transactions until the power fails, and returns what the store then holds.</summary>
    private static GraphModel Live(SimulatedDevice device, byte[] script, GraphModel graph, Random random)
    {
        ModelRun? run = null;
        try
        {
            using var engine = StorageEngine.Open(device, new StorageOptions());
            run = new ModelRun(engine, graph);
            while (true)
            {
                run.CreateSomething(random);
                run.Run(script);
                run.CreateSomething(random);
                run.Commit();
                if (random.Next(4) == 0)
                {
                    engine.Checkpoint();
                }
            }
        }
        catch (Exception e) when (e is IOException or StorageException)
        {
            // The power failed.
        }

        // The commit in which it failed was not acknowledged; it may have happened or not.
        GraphModel committed = run?.Committed ?? graph, attempted = run?.Working ?? graph;
        device.Crash(random);
        using var recovered = StorageEngine.Open(device, new StorageOptions());
        using var reader = recovered.BeginRead();
        var found = ModelComparison.Text(reader) == ModelComparison.Text(attempted) ? attempted : committed;
        ModelComparison.AssertEqual(found, reader);
        Assert.Empty(recovered.CheckConsistency(TestContext.Current.CancellationToken));
        return found;
    }
}
