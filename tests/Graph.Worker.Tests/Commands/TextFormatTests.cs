using System.Collections.Immutable;
using Graph.Store.Catalog;
using Graph.Store.Port;
using Graph.Worker.Commands;

namespace Graph.Worker.Tests.Commands;

public sealed class TextFormatTests
{
    private static readonly QueryResult People = new(
        ["name", "age", "note"],
        [["Ann, \"A\"", 41L, null], ["Bo\nB", 7L, ImmutableArray.Create<object?>("x", 1.0)]],
        UpdateCounters.None);

    [Fact]
    public void a_table_is_aligned_and_each_row_is_one_line()
    {
        Assert.Equal(
            """
            name      age  note
            --------  ---  ---------
            Ann, "A"   41  null
            Bo B        7  ["x",1.0]
            (2 rows)

            """,
            ResultText.Format(People, ResultFormat.Table));
    }

    [Fact]
    public void csv_follows_rfc_4180()
    {
        Assert.Equal("name,age,note\r\n\"Ann, \"\"A\"\"\",41,\r\n\"Bo\nB\",7,\"[\"\"x\"\",1.0]\"\r\n", ResultText.Format(People, ResultFormat.Csv));
    }

    [Fact]
    public void json_is_an_array_of_objects()
    {
        Assert.Equal(
            "[{\"name\":\"Ann, \\\"A\\\"\",\"age\":41,\"note\":null},\n {\"name\":\"Bo\\nB\",\"age\":7,\"note\":[\"x\",1.0]}]\n",
            ResultText.Format(People, ResultFormat.Json));
    }

    [Theory]
    [InlineData("RETURN 1", new[] { "RETURN 1" })]
    [InlineData("RETURN 1;\nRETURN 2;\n", new[] { "RETURN 1", "RETURN 2" })]
    [InlineData("RETURN ';' AS a; RETURN \"a\\\";b\"", new[] { "RETURN ';' AS a", "RETURN \"a\\\";b\"" })]
    [InlineData("// one; two\nRETURN 1 /* ; */ + 1; // end;", new[] { "// one; two\nRETURN 1 /* ; */ + 1" })]
    [InlineData("MATCH (`a;b`) RETURN 1", new[] { "MATCH (`a;b`) RETURN 1" })]
    [InlineData(" ; ;// nothing", new string[0])]
    public void statements_are_parted_at_semicolons_that_end_them(string text, string[] statements)
    {
        Assert.Equal(statements, StatementSplitter.Split(text));
    }

    [Fact]
    public void parameters_are_json_where_they_can_be_and_text_otherwise()
    {
        var values = QueryParameters.Parse(["n=3", "x=1.5", "b=true", "s=plain text", "q=\"7\"", "l=[1,\"a\"]", "z=null", "e=a=b", "$d=2031-03-04"]);

        Assert.Equal(3L, values["n"]);
        Assert.Equal(1.5, values["x"]);
        Assert.Equal(true, values["b"]);
        Assert.Equal("plain text", values["s"]);
        Assert.Equal("7", values["q"]);
        Assert.Equal(new object?[] { 1L, "a" }, values["l"]);
        Assert.Null(values["z"]);
        Assert.Equal("a=b", values["e"]);
        Assert.Equal("2031-03-04", values["d"]);
        Assert.Throws<UsageException>(() => QueryParameters.Parse(["=3"]));
    }
}
