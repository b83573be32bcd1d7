using FsCheck;
using FsCheck.Fluent;
using Graph.Embedded.Storage;
using Graph.Embedded.Tests.Storage.Files;

namespace Graph.Embedded.Tests.Storage.Model;

/// <summary>Random operations must leave the storage showing what plain collections show, to every reader.</summary>
public sealed class ModelTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(40).WithStartSize(60).WithEndSize(450);

    [Fact]
    public void The_graph_in_memory_equals_the_model() => Prop.ForAll((byte[] script) =>
    {
        using var engine = StorageEngine.InMemory();
        ModelRun.CreateIndexes(engine);
        using var run = new ModelRun(engine, new GraphModel());
        run.Run(script);
        run.CompareReaders();
        run.Commit();
        Assert.Empty(engine.CheckConsistency(TestContext.Current.CancellationToken));
    }).Check(Config);

    [Fact]
    public void The_graph_on_disk_equals_the_model_after_every_opening() => Prop.ForAll((byte[] script) =>
    {
        var device = new SimulatedDevice();
        GraphModel model;
        using (var engine = StorageEngine.Open(device, new StorageOptions()))
        {
            ModelRun.CreateIndexes(engine);
            using var run = new ModelRun(engine, new GraphModel());
            run.Run(script);
            run.Commit();
            model = run.Committed;
        }

        for (var opening = 0; opening < 2; opening++)
        {
            using var engine = StorageEngine.Open(device, new StorageOptions());
            using var reader = engine.BeginRead();
            ModelComparison.AssertEqual(model, reader);
            Assert.Empty(engine.CheckConsistency(TestContext.Current.CancellationToken));
            engine.Checkpoint();
        }
    }).Check(Config);
}
