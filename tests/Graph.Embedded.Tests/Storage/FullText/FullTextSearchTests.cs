using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Storage.FullText;

public sealed class FullTextSearchTests : IDisposable
{
    private static readonly string[] Texts =
    [
        "Talks in Jeddah on peace", "Peace talks fail", "The talks about talks go on", "Jeddah hosts a summit of states for peace",
        "Sanctions against a bank", "Minister visits Warsaw",
    ];

    private readonly StorageEngine _engine = StorageEngine.InMemory();
    private readonly IndexDefinition _index;
    private readonly int _label;
    private readonly int _title;
    private readonly int _body;

    public FullTextSearchTests()
    {
        _label = _engine.Tokens.Labels.GetOrCreate("Article");
        _title = _engine.Tokens.Keys.GetOrCreate("title");
        _body = _engine.Tokens.Keys.GetOrCreate("body");
        _index = new IndexDefinition("articles", SchemaEntity.Node, IndexKind.FullText, [_label], [_title, _body], null);
        using var writer = _engine.Write();
        writer.CreateSchema(_index);
        foreach (var text in Texts)
        {
            writer.CreateNode([_label], [new(_title, Value.Of(text))]);
        }

        writer.CreateNode([_label], [new(_body, Value.List(Value.Of("Peace at last"), Value.Of("in Jeddah")))]);
        writer.Commit();
    }

    [Theory]
    [InlineData("jeddah", "0,3,6")]
    [InlineData("JEDDAH peace", "0,1,3,6")]
    [InlineData("jeddah AND peace", "0,3,6")]
    [InlineData("jeddah AND NOT summit", "0,6")]
    [InlineData("+talks -fail", "0,2")]
    [InlineData("peace && !jeddah", "1")]
    [InlineData("\"peace talks\"", "1")]
    [InlineData("\"talks peace\"~3", "0,1")]
    [InlineData("sanct*", "4")]
    [InlineData("w?rs*w", "5")]
    [InlineData("jedah~", "0,3,6")]
    [InlineData("title:jeddah", "0,3")]
    [InlineData("body:(peace AND jeddah)", "6")]
    [InlineData("nofield:jeddah", "")]
    [InlineData("title:[s TO t]", "3,4")]
    [InlineData("bank OR (minister AND warsaw)", "4,5")]
    [InlineData("NOT peace", "")]
    [InlineData("*:* NOT peace", "2,4,5")]
    [InlineData("", "")]
    [InlineData("...", "")]
    public void A_query_finds(string query, string nodes) =>
        Assert.Equal(nodes, string.Join(',', Search(query).Select(hit => hit.Id).Order()));

    [Fact]
    public void Rarer_and_more_frequent_terms_in_shorter_texts_score_higher()
    {
        Assert.Equal([2, 1, 0], Search("talks").Select(hit => hit.Id));
        Assert.Equal([3, 0], Search("title:(jeddah^2 OR hosts)").Select(hit => hit.Id));
    }

    [Fact]
    public void Scores_are_those_of_the_formula()
    {
        // Six titles of 29 terms; "fail" stands once, in a title of three terms.
        var expected = Math.Log(1 + ((6 - 1 + 0.5) / 1.5)) * (1 / (1 + (1.2 * (0.25 + (0.75 * 3 / (29 / 6.0))))));
        Assert.Equal(expected, Search("fail").Single().Score, 12);
    }

    [Fact]
    public void A_writer_finds_its_own_changes_and_others_find_them_after_the_commit()
    {
        using var writer = _engine.Write();
        writer.SetNodeProperty(4, _title, Value.Of("Jeddah sanctions"));
        writer.RemoveLabel(0, _label);
        writer.DeleteNode(3);
        Assert.Equal([4, 6], Find(writer));
        Assert.Equal([0, 3, 6], Search("jeddah").Select(hit => hit.Id).Order());
        writer.SetNodeProperty(4, _title, Value.Null);
        writer.AddLabel(0, _label);
        writer.Commit();
        Assert.Equal([0, 6], Search("jeddah").Select(hit => hit.Id).Order());
        Assert.Empty(_engine.CheckConsistency(TestContext.Current.CancellationToken));

        List<long> Find(StorageTransaction view) => [.. view.SearchFullText(_index, "jeddah").Select(hit => hit.Id).Order()];
    }

    [Theory]
    [InlineData("(jeddah")]
    [InlineData("\"open")]
    [InlineData("a:")]
    [InlineData("[a b]")]
    public void A_query_that_is_none_is_refused_with_its_place(string query)
    {
        var error = Assert.Throws<StorageException>(() => Search(query));
        Assert.Equal(StorageErrorKind.InvalidFullTextQuery, error.Kind);
        Assert.StartsWith($"Cannot parse '{query}': Encountered ", error.Message);
    }

    public void Dispose() => _engine.Dispose();

    private IReadOnlyList<(long Id, double Score)> Search(string query)
    {
        using var reader = _engine.BeginRead();
        return reader.SearchFullText(_index, query);
    }
}
