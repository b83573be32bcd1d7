using System.Collections.Immutable;
using System.Xml.Linq;
using Graph.Store.Export;

namespace Graph.Store.Tests.Export;

public sealed class ExportFormatTests
{
    private static readonly ImmutableSortedDictionary<string, object?> None = ImmutableSortedDictionary.Create<string, object?>(StringComparer.Ordinal);

    private static readonly GraphExport Graph = new(
        [
            new ExportedNode("person:a", ["Entity", "Person"], None.Add("id", "person:a").Add("name", "A \"quoted\"\nname").Add("aliases", ImmutableArray.Create<object?>("A, B", "C;D"))),
            new ExportedNode("state:B", ["Entity", "State"], None.Add("id", "state:B").Add("count", 2L).Add("share", 1.0).Add("aliases", ImmutableArray<object?>.Empty)),
        ],
        [new ExportedRelationship("fact:1", "person:a", "LEADS", "state:B", None.Add("factId", "fact:1").Add("polarity", true))]);

    [Fact]
    public void json_lines_hold_every_label_and_property()
    {
        Assert.Equal(
            """
            {"node":"person:a","labels":["Entity","Person"],"properties":{"aliases":["A, B","C;D"],"id":"person:a","name":"A \"quoted\"\nname"}}
            {"node":"state:B","labels":["Entity","State"],"properties":{"aliases":[],"count":2,"id":"state:B","share":1.0}}
            {"relationship":"fact:1","from":"person:a","type":"LEADS","to":"state:B","properties":{"factId":"fact:1","polarity":true}}

            """,
            JsonLinesFormat.Text(Graph));
    }

    [Fact]
    public void csv_has_typed_headers_and_keeps_text_apart_from_nothing()
    {
        using var nodes = new StringWriter();
        CsvFormat.WriteNodes(Graph, nodes);
        using var relationships = new StringWriter();
        CsvFormat.WriteRelationships(Graph, relationships);

        Assert.Equal(
            ":ID,aliases:string[],count:long,id:string,name:string,share:double,:LABEL\n"
            + "\"person:a\",\"A, B\u001fC;D\",,\"person:a\",\"A \"\"quoted\"\"\nname\",,\"Entity\u001fPerson\"\n"
            + "\"state:B\",\"\",2,\"state:B\",,1,\"Entity\u001fState\"\n",
            nodes.ToString());
        Assert.Equal(":START_ID,factId:string,polarity:boolean,:END_ID,:TYPE\n\"person:a\",\"fact:1\",true,\"state:B\",\"LEADS\"\n", relationships.ToString());
    }

    [Fact]
    public void graphml_is_well_formed_and_declares_its_keys()
    {
        using var output = new StringWriter();
        GraphMlFormat.Write(Graph, output);
        var root = XDocument.Parse(output.ToString()).Root!;
        var name = root.Name.Namespace;

        var declared = root.Elements(name + "key").Select(key => key.Attribute("id")!.Value).ToHashSet();
        Assert.All(root.Descendants(name + "data"), data => Assert.Contains(data.Attribute("key")!.Value, declared));
        Assert.Equal(":Entity:Person", root.Descendants(name + "data").First(data => data.Attribute("key")!.Value == "node-labels").Value);
        Assert.Equal("LEADS", root.Descendants(name + "data").Single(data => data.Attribute("key")!.Value == "edge-label").Value);
    }

    [Fact]
    public void a_script_quotes_text_and_names()
    {
        using var output = new StringWriter();
        CypherFormat.Write(Graph, output);

        Assert.Contains("`name`: 'A \"quoted\"\\nname'", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("CREATE (a)-[r:`LEADS`]->(b)", output.ToString(), StringComparison.Ordinal);
    }
}
