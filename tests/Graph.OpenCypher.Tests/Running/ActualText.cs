using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Graph.Embedded.Values;

namespace Graph.OpenCypher.Tests.Running;

/// <summary>Writes values so that equal ones have equal texts: labels and keys sorted, temporal values as strings.</summary>
internal static partial class ActualText
{
    public static string Of(Value value, bool ignoresListOrder = false) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Boolean => value.AsBoolean ? "true" : "false",
        ValueKind.Integer => IntegerOf(value.AsInteger),
        ValueKind.Float => FloatOf(value.AsFloat),
        ValueKind.String => $"'{value.AsString}'",
        ValueKind.List => ListOf([.. value.AsList.Select(item => Of(item, ignoresListOrder))], ignoresListOrder),
        ValueKind.Map => MapOf([.. value.AsMap.Select(entry => (entry.Key, Of(entry.Value, ignoresListOrder)))]),
        ValueKind.Node => NodeOf(value.NodeData!.Labels, PropertiesOf(value.NodeData.Properties)),
        ValueKind.Relationship => RelationshipOf(value.RelationshipData!.Type, PropertiesOf(value.RelationshipData.Properties)),
        ValueKind.Path => PathOf(value),
        _ => $"'{WithoutZeroSeconds().Replace(ValueText.Plain(value), "$1")}'",
    };

    public static string IntegerOf(long value) => value.ToString(CultureInfo.InvariantCulture);

    // Negative zero equals zero.
    public static string FloatOf(double value) => $"float {(value == 0 ? 0 : value).ToString("R", CultureInfo.InvariantCulture)}";

    public static string ListOf(List<string> items, bool ignoresOrder)
    {
        if (ignoresOrder)
        {
            items.Sort(StringComparer.Ordinal);
        }

        return $"[{string.Join(", ", items)}]";
    }

    public static string MapOf(List<(string Key, string Value)> entries) =>
        $"{{{string.Join(", ", entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => $"{entry.Key}: {entry.Value}"))}}}";

    public static string NodeOf(IEnumerable<string> labels, string properties) =>
        $"({string.Concat(labels.Order(StringComparer.Ordinal).Select(static label => ":" + label))} {properties})";

    public static string RelationshipOf(string type, string properties) => $"[:{type} {properties}]";

    private static string PropertiesOf(MapValue properties) => MapOf([.. properties.Select(static entry => (entry.Key, Of(entry.Value)))]);

    private static string PathOf(Value path)
    {
        var elements = path.PathElements;
        var builder = new StringBuilder("<").Append(Of(elements[0]));
        for (var i = 1; i < elements.Count; i += 2)
        {
            var isForward = elements[i].RelationshipData!.Start == elements[i - 1].EntityId;
            builder.Append(isForward ? "-" : "<-").Append(Of(elements[i])).Append(isForward ? "->" : "-").Append(Of(elements[i + 1]));
        }

        return builder.Append('>').ToString();
    }

    /// <summary>Scenarios leave seconds out where they are zero; Neo4j, whose texts these are, does not.</summary>
    [GeneratedRegex(@"(\d\d:\d\d):00(?![.:\d])")]
    private static partial Regex WithoutZeroSeconds();
}
