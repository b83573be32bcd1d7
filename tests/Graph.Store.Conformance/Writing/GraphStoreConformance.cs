using Graph.Model;
using Graph.Store.Conformance.Samples;
using Graph.Store.Writing;

namespace Graph.Store.Conformance.Writing;

/// <summary>The graph is a function of the set of articles in it. Every store inherits these tests.</summary>
public abstract class GraphStoreConformance(DatabaseFixture fixture) : StoreTest(fixture)
{
    private const string Extractor = "gold/1";

    [Fact]
    public async Task the_order_of_articles_does_not_change_a_byte()
    {
        var forward = await WriteAsync(GoldDocuments.All);
        var backward = await WriteAsync(GoldDocuments.All.Reverse());

        Assert.Equal(forward, backward);
    }

    [Fact]
    public async Task writing_an_article_again_changes_nothing()
    {
        var once = await WriteAsync(GoldDocuments.All);
        var store = new GraphStore(Database);
        foreach (var document in GoldDocuments.All)
        {
            Assert.Equal(UpdateOutcome.Unchanged, await store.WriteAsync(document, Extractor, Cancellation));
        }

        Assert.Equal(once, await Database.ExportAsync());
    }

    [Fact]
    public async Task a_withdrawn_article_leaves_no_trace()
    {
        var without = await WriteAsync(GoldDocuments.All[1..]);
        await WriteAsync(GoldDocuments.All);
        var withdrawn = await new GraphStore(Database).WithdrawAsync(GoldDocuments.All[0].Article.Id, Cancellation);

        Assert.Equal([GoldDocuments.All[0].Article.Id], withdrawn);
        Assert.Equal(without, await Database.ExportAsync());
    }

    [Fact]
    public async Task an_updated_article_replaces_its_earlier_self()
    {
        var updated = GoldDocuments.All[0];
        var earlier = updated with { Facts = [.. updated.Facts.Skip(updated.Facts.Length / 2)], Entities = updated.Entities };
        var fresh = await WriteAsync([updated, GoldDocuments.All[1]]);
        await WriteAsync([earlier, GoldDocuments.All[1]]);
        var outcome = await new GraphStore(Database).WriteAsync(updated, Extractor, Cancellation);

        Assert.Equal(UpdateOutcome.Replaced, outcome);
        Assert.Equal(fresh, await Database.ExportAsync());
    }

    [Fact]
    public async Task withdrawing_everything_leaves_only_the_schema_record()
    {
        var store = await Database.StoreAsync();
        await store.WriteAsync(GoldDocuments.All[0], Extractor, Cancellation);
        await store.WithdrawAsync(GoldDocuments.All[0].Article.Id, Cancellation);

        Assert.Equal(
            ["SchemaFile", "WriteLock"],
            await Database.ColumnAsync("MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label ORDER BY label"));
    }

    [Fact]
    public async Task every_fact_carries_its_evidence()
    {
        await WriteAsync(GoldDocuments.All);

        Assert.Equal(
            [0L],
            await Database.ColumnAsync(
                """
                MATCH (:Entity)-[r]->(:Entity)
                WHERE r.factId IS NULL OR r.certainty IS NULL OR r.polarity IS NULL OR r.evidenceCount IS NULL OR r.sentence IS NULL
                  OR r.article IS NULL OR r.start IS NULL OR r.end IS NULL OR r.confidence IS NULL
                  OR NOT EXISTS { MATCH (:Evidence {factId: r.factId})-[:IN]->(:Sentence)<-[:HAS_SENTENCE]-(:Article {id: r.article}) }
                RETURN count(r)
                """));
    }

    private async Task<string> WriteAsync(IEnumerable<GraphDocument> documents)
    {
        var store = await Database.StoreAsync();
        foreach (var document in documents)
        {
            await store.WriteAsync(document, Extractor, Cancellation);
        }

        return await Database.ExportAsync();
    }
}
