using System.Reflection;
using Graph.Store.Catalog;
using Graph.Store.Writing;

namespace Graph.Store.Tests.Writing;

public sealed class WriteStatementTests
{
    private static readonly CypherCatalog Catalog = CypherCatalog.Load();

    private static readonly IWriteStatement[] Statements =
        [.. typeof(WriteStatements).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (IWriteStatement)field.GetValue(null)!)];

    public static TheoryData<string> Names => [.. Statements.Select(statement => statement.Name)];

    [Fact]
    public void every_file_has_its_row_and_every_row_its_file() =>
        Assert.Equal(Catalog.WriteNames, Statements.Select(statement => statement.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void a_statement_reads_exactly_the_fields_of_its_row(string name)
    {
        var text = Catalog.Write(name);
        var row = Statements.Single(statement => statement.Name == name).RowType;

        Assert.Equal(["rows"], StatementText.Parameters(text));
        Assert.Equal(RowMap.FieldsOf(row), StatementText.RowFields(text));
    }
}
