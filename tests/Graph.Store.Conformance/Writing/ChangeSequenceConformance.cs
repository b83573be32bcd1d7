using Graph.Model;
using Graph.Store.Conformance.Samples;

namespace Graph.Store.Conformance.Writing;

/// <summary>Articles that come, go and change in any order leave the graph of those that remain.</summary>
public abstract class ChangeSequenceConformance(DatabaseFixture fixture) : StoreTest(fixture)
{
    private const string Extractor = "test/1";
    private const int Changes = 14;
    private const int Articles = 7;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(49)]
    [InlineData(78)]
    [InlineData(79)]
    public async Task any_sequence_of_changes_gives_the_graph_of_the_remaining_articles(int seed)
    {
        var random = new Random(seed);
        var remaining = new SortedDictionary<int, GraphDocument>();
        var store = await Database.StoreAsync();
        for (var change = 0; change < Changes; change++)
        {
            var number = (seed * 100) + random.Next(Articles);
            if (remaining.TryGetValue(number, out var known) && random.Next(3) == 0)
            {
                await store.WithdrawAsync(known.Article.Id, Cancellation);
                remaining.Remove(number);
            }
            else
            {
                remaining[number] = RandomDocuments.Of(number, random.Next(3));
                await store.WriteAsync(remaining[number], Extractor, Cancellation);
            }
        }

        var actual = await Database.ExportAsync();
        var fresh = await Database.StoreAsync();
        foreach (var document in remaining.Values.OrderBy(_ => random.Next()))
        {
            await fresh.WriteAsync(document, Extractor, Cancellation);
        }

        Assert.Equal(await Database.ExportAsync(), actual);
    }
}
