using Graph.Model;
using Graph.Store.Catalog;

namespace Graph.Store.Tests.Catalog;

public sealed class CypherCatalogTests
{
    private static readonly CypherCatalog Catalog = CypherCatalog.Load();

    public static TheoryData<string> Queries => [.. Catalog.Queries.Select(query => query.Name)];

    [Fact]
    public void schema_files_are_applied_in_order_of_their_numbers()
    {
        Assert.Equal(["001-provenance", "002-entities", "003-facts"], Catalog.Schema.Select(file => file.Name));
        Assert.All(Catalog.Schema.SelectMany(file => file.Statements), statement => Assert.Contains("IF NOT EXISTS", statement, StringComparison.Ordinal));
    }

    [Fact]
    public void every_fact_type_has_a_unique_fact_id()
    {
        var facts = Catalog.Schema.Single(file => file.Name == "003-facts").Statements;

        Assert.Equal(RelationshipTypes.All.Count, facts.Count);
        Assert.All(RelationshipTypes.All, type => Assert.Single(facts, statement => statement.Contains($"[r:{type}]", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void a_query_says_what_it_answers_and_gives_an_example_of_each_parameter(string name)
    {
        var query = Catalog.Queries.Single(query => query.Name == name);

        Assert.NotEmpty(query.Description);
        Assert.Equal(StatementText.Parameters(query.Text), query.Defaults.Keys);
        Assert.Single(StatementSplitter.Split(query.Text));
    }

    [Fact]
    public void a_file_that_does_not_exist_is_named()
    {
        var failure = Assert.Throws<ArgumentException>(() => Catalog.Write("no-such-statement"));

        Assert.Contains("cypher/writes/no-such-statement.cypher", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RETURN $a, $b.c, row.d, row.`e`", new[] { "a", "b" }, new[] { "d" })]
    [InlineData("// $no row.no\nRETURN '$no row.no', $`yes`", new[] { "yes" }, new string[0])]
    [InlineData("MERGE ()-[:$(row.type)]->() /* $no */ SET x.row.y = 1", new string[0], new[] { "type" })]
    public void parameters_and_row_fields_are_found_outside_strings_and_comments(string text, string[] parameters, string[] fields)
    {
        Assert.Equal(parameters, StatementText.Parameters(text));
        Assert.Equal(fields, StatementText.RowFields(text));
    }
}
