using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Graph.Embedded.Values;

namespace Graph.OpenCypher.Tests.Differential;

/// <summary>Values of either server as texts that are equal where the values are: ids left out, labels and keys sorted, floats to 10 digits.</summary>
internal static partial class ComparableText
{
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Boolean => value.AsBoolean ? "true" : "false",
        ValueKind.Integer => value.AsInteger.ToString(CultureInfo.InvariantCulture),
        ValueKind.Float => OfFloat(value.AsFloat),
        ValueKind.String => $"'{AsSent(value.AsString)}'",
        ValueKind.List => OfList(value.AsList.Select(Of)),
        ValueKind.Map => OfMap(value.AsMap.Select(static entry => (entry.Key, Of(entry.Value)))),
        ValueKind.Node => $"({OfLabels(value.NodeData!.Labels)} {OfProperties(value.NodeData.Properties)})",
        ValueKind.Relationship => $"[:{value.RelationshipData!.Type} {OfProperties(value.RelationshipData.Properties)}]",
        ValueKind.Path => $"<{string.Concat(value.PathElements.Select(Of))}>",
        ValueKind.Point => OfPoint(value.AsPoint),
        _ => $"{value.Kind}:{WithoutZeroSeconds().Replace(ValueText.Plain(value), "$1")}",
    };

    public static string Of(JsonElement element)
    {
        var type = element.GetProperty("$type").GetString();
        var value = element.GetProperty("_value");
        return type switch
        {
            "Null" => "null",
            "Boolean" => value.GetBoolean() ? "true" : "false",
            "Integer" => value.GetString()!,
            "Float" => OfFloat(ParseFloat(value.GetString()!)),
            "String" => $"'{value.GetString()}'",
            "List" => OfList(value.EnumerateArray().Select(Of)),
            "Map" => OfMap(value.EnumerateObject().Select(static entry => (entry.Name, Of(entry.Value)))),
            "Node" => $"({OfLabels(value.GetProperty("_labels").EnumerateArray().Select(static label => label.GetString()!))} {OfProperties(value)})",
            "Relationship" => $"[:{value.GetProperty("_type").GetString()} {OfProperties(value)}]",
            "Path" => $"<{string.Concat(value.EnumerateArray().Select(Of))}>",
            "Point" => value.GetString()!,
            "OffsetDateTime" or "ZonedDateTime" => $"DateTime:{WithoutZeroSeconds().Replace(value.GetString()!, "$1")}",
            _ => $"{type}:{WithoutZeroSeconds().Replace(value.GetString()!, "$1")}",
        };
    }

    /// <summary>Half of a surrogate pair is sent as a question mark.</summary>
    private static string AsSent(string text) => Utf8.GetString(Utf8.GetBytes(text));

    private static readonly Encoding Utf8 = Encoding.GetEncoding("utf-8", new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback);

    private static string OfFloat(double value) => double.IsFinite(value)
        ? $"{(value == 0 ? 0 : value).ToString("G10", CultureInfo.InvariantCulture)}f"
        : value.ToString(CultureInfo.InvariantCulture);

    private static double ParseFloat(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static string OfList(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    private static string OfMap(IEnumerable<(string Key, string Value)> entries) =>
        $"{{{string.Join(", ", entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => $"{entry.Key}: {entry.Value}"))}}}";

    private static string OfLabels(IEnumerable<string> labels) => string.Concat(labels.Order(StringComparer.Ordinal).Select(static label => ":" + label));

    private static string OfProperties(MapValue properties) => OfMap(properties.Select(static entry => (entry.Key, Of(entry.Value))));

    private static string OfProperties(JsonElement entity) =>
        OfMap(entity.GetProperty("_properties").EnumerateObject().Select(static entry => (entry.Name, Of(entry.Value))));

    private static string OfPoint(PointValue point)
    {
        var numbers = point.HasZ ? new[] { point.X, point.Y, point.Z } : [point.X, point.Y];
        return $"SRID={(int)point.System};POINT {(point.HasZ ? "Z " : "")}({string.Join(' ', numbers.Select(ValueText.Write))})";
    }

    [GeneratedRegex(@"(\d\d:\d\d):00(?![.:\d])")]
    private static partial Regex WithoutZeroSeconds();
}
