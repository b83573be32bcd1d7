using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Storage.Transactions;

public sealed class ConcurrencyTests
{
    private const int Hubs = 3;
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    /// <summary>Every commit gives each hub one more relationship, and takes one away again in every third.</summary>
    [Fact]
    public async Task Readers_beside_a_writer_see_whole_commits_only()
    {
        using var engine = StorageEngine.InMemory();
        var type = engine.Tokens.Types.GetOrCreate("T");
        var key = engine.Tokens.Keys.GetOrCreate("degree");
        using (var writer = engine.Write())
        {
            for (var hub = 0; hub < Hubs; hub++)
            {
                writer.CreateNode([], [new(key, Value.Of(0))]);
            }

            writer.Commit();
        }

        using var isDone = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntil(engine, key, isDone.Token), _cancellation)).ToArray();
        for (var commit = 1; commit <= 600; commit++)
        {
            using var writer = engine.Write();
            var other = writer.CreateNode([]);
            for (var hub = 0; hub < Hubs; hub++)
            {
                writer.CreateRelationship(type, hub, other);
                DeleteFirst(writer, hub, commit % 3 == 0);
                writer.SetNodeProperty(hub, key, Value.Of(writer.Degree(hub, Direction.Outgoing, [])));
            }

            writer.Commit();
        }

        await isDone.CancelAsync();
        Assert.All(await Task.WhenAll(readers), views => Assert.True(views > 0));
        Assert.Empty(engine.CheckConsistency(_cancellation));
    }

    private static void DeleteFirst(StorageTransaction writer, long hub, bool deletes)
    {
        var cursor = writer.Expand(hub, Direction.Outgoing, []);
        if (deletes && cursor.MoveNext())
        {
            writer.DeleteRelationship(cursor.Relationship);
        }
    }

    private static int ReadUntil(StorageEngine engine, int key, CancellationToken isDone)
    {
        var views = 0;
        do
        {
            using var reader = engine.BeginRead();
            for (var hub = 0; hub < Hubs; hub++)
            {
                var degree = reader.NodeProperty(hub, key).AsInteger;
                var met = 0;
                for (var cursor = reader.Expand(hub, Direction.Outgoing, []); cursor.MoveNext(); met++)
                {
                    Assert.Equal((hub, cursor.Other), (reader.Relationship(cursor.Relationship).Start, reader.Relationship(cursor.Relationship).End));
                }

                Assert.Equal(degree, met);
                Assert.Equal(degree, reader.Degree(hub, Direction.Outgoing, []));
            }

            Assert.Equal(reader.NodeProperty(0, key), reader.NodeProperty(Hubs - 1, key));
            views++;
        }
        while (!isDone.IsCancellationRequested);

        return views;
    }
}
