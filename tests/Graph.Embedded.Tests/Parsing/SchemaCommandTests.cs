using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Tests.Parsing;

public sealed class SchemaCommandTests
{
    [Theory]
    [InlineData("CREATE p = (a)-[:R]->(b) RETURN p")]
    [InlineData("CREATE index = (a)-[:R]->(b) RETURN index")]
    [InlineData("CREATE (index)")]
    public void CREATE_of_a_path_is_no_schema_command(string cypher) =>
        Assert.IsNotType<CreateIndexSyntax>(Parser.Parse(new SourceText(cypher)));

    [Fact]
    public void CREATE_INDEX_is_one() =>
        Assert.IsType<CreateIndexSyntax>(Parser.Parse(new SourceText("CREATE INDEX people FOR (n:Person) ON (n.name)")));
}
