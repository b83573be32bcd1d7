using System.Globalization;
using System.Text;
using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Values;

/// <summary>Text of values: as Cypher shows them, and as <c>toString()</c> gives them.</summary>
public static class ValueText
{
    /// <summary>
    /// Text as a Cypher literal where there is one: strings and temporal values in single quotes, nodes as
    /// <c>(:L {k: 1})</c>, relationships as <c>[:T {k: 1}]</c>, paths as <c>&lt;(:A)-[:T]->(:B)></c>.
    /// </summary>
    public static string Write(Value value)
    {
        var builder = new StringBuilder();
        Append(builder, value);
        return builder.ToString();
    }

    /// <summary>What <c>toString()</c> gives for a scalar: no quotes.</summary>
    public static string Plain(Value value) => value.Kind switch
    {
        ValueKind.String => value.AsString,
        ValueKind.Duration => DurationText.Write(value.AsDuration),
        >= ValueKind.Date and <= ValueKind.DateTime => TemporalText.Write(value),
        _ => Write(value),
    };

    /// <summary>A float as Java prints it: <c>1.0</c>, <c>1.0E10</c>, <c>NaN</c>, <c>-Infinity</c>.</summary>
    public static string Write(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        var magnitude = Math.Abs(value);
        if (magnitude == 0 || magnitude is >= 1e-3 and < 1e7)
        {
            var text = value.ToString("R", CultureInfo.InvariantCulture);
            return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
        }

        // The shortest digits that read back, in scientific form with at least one digit after the point.
        var (digits, exponent) = Decompose(magnitude.ToString("R", CultureInfo.InvariantCulture));
        if (digits.Length == 1)
        {
            // Two digits are printed in any case, so they may as well be the nearest: the smallest float is 4.9E-324, not 5.0E-324.
            var two = magnitude.ToString("E1", CultureInfo.InvariantCulture);
            (digits, exponent) = double.Parse(two, CultureInfo.InvariantCulture).Equals(magnitude) ? Decompose(two) : (digits, exponent);
        }

        return $"{(value < 0 ? "-" : "")}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}";
    }

    private static (string Digits, int Exponent) Decompose(string shortest)
    {
        var parts = shortest.Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var wholeLength = point < 0 ? parts[0].Length : point;
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var leadingZeros = digits.Length - digits.TrimStart('0').Length;
        var exponent = wholeLength - 1 - leadingZeros + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        return (digits.Trim('0'), exponent);
    }

    private static void Append(StringBuilder builder, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                builder.Append("null");
                break;
            case ValueKind.Boolean:
                builder.Append(value.AsBoolean ? "true" : "false");
                break;
            case ValueKind.Integer:
                builder.Append(CultureInfo.InvariantCulture, $"{value.AsInteger}");
                break;
            case ValueKind.Float:
                builder.Append(Write(value.AsFloat));
                break;
            case ValueKind.String:
                AppendQuoted(builder, value.AsString);
                break;
            case ValueKind.List:
                AppendList(builder, value.Items);
                break;
            case ValueKind.Map:
                AppendMap(builder, value.AsMap);
                break;
            case ValueKind.Node:
                AppendNode(builder, value);
                break;
            case ValueKind.Relationship:
                AppendRelationship(builder, value);
                break;
            case ValueKind.Path:
                AppendPath(builder, value.Items);
                break;
            case ValueKind.Point:
                AppendPoint(builder, value.AsPoint);
                break;
            case ValueKind.Bytes:
                builder.Append("bytes('").Append(Convert.ToHexString(value.AsBytes.Span)).Append("')");
                break;
            default:
                builder.Append('\'').Append(Plain(value)).Append('\'');
                break;
        }
    }

    private static void AppendQuoted(StringBuilder builder, string text)
    {
        builder.Append('\'');
        foreach (var character in text)
        {
            _ = character switch
            {
                '\'' => builder.Append("\\'"),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                _ => builder.Append(character),
            };
        }

        builder.Append('\'');
    }

    private static void AppendList(StringBuilder builder, Value[] items)
    {
        builder.Append('[');
        for (var i = 0; i < items.Length; i++)
        {
            builder.Append(i == 0 ? "" : ", ");
            Append(builder, items[i]);
        }

        builder.Append(']');
    }

    private static void AppendMap(StringBuilder builder, MapValue map)
    {
        builder.Append('{');
        var isFirst = true;
        foreach (var (key, value) in map)
        {
            builder.Append(isFirst ? "" : ", ");
            AppendName(builder, key);
            builder.Append(": ");
            Append(builder, value);
            isFirst = false;
        }

        builder.Append('}');
    }

    private static void AppendName(StringBuilder builder, string name)
    {
        var isPlain = name.Length > 0 && !char.IsDigit(name[0]) && name.All(static c => char.IsLetterOrDigit(c) || c == '_');
        if (isPlain)
        {
            builder.Append(name);
        }
        else
        {
            builder.Append('`').Append(name.Replace("`", "``", StringComparison.Ordinal)).Append('`');
        }
    }

    private static void AppendNode(StringBuilder builder, Value node)
    {
        builder.Append('(');
        if (node.NodeData is { } data)
        {
            foreach (var label in data.Labels)
            {
                builder.Append(':');
                AppendName(builder, label);
            }

            AppendProperties(builder, data.Properties, hasName: data.Labels.Count > 0);
        }
        else
        {
            builder.Append(CultureInfo.InvariantCulture, $"#{node.EntityId}");
        }

        builder.Append(')');
    }

    private static void AppendRelationship(StringBuilder builder, Value relationship)
    {
        builder.Append('[');
        if (relationship.RelationshipData is { } data)
        {
            builder.Append(':');
            AppendName(builder, data.Type);
            AppendProperties(builder, data.Properties, hasName: true);
        }
        else
        {
            builder.Append(CultureInfo.InvariantCulture, $"#{relationship.EntityId}");
        }

        builder.Append(']');
    }

    private static void AppendProperties(StringBuilder builder, MapValue properties, bool hasName)
    {
        if (properties.Count > 0)
        {
            builder.Append(hasName ? " " : "");
            AppendMap(builder, properties);
        }
    }

    private static void AppendPath(StringBuilder builder, Value[] elements)
    {
        builder.Append('<');
        Append(builder, elements[0]);
        for (var i = 1; i + 1 < elements.Length; i += 2)
        {
            var isForward = elements[i].RelationshipData is not { } data || data.Start == elements[i - 1].EntityId;
            builder.Append(isForward ? "-" : "<-");
            Append(builder, elements[i]);
            builder.Append(isForward ? "->" : "-");
            Append(builder, elements[i + 1]);
        }

        builder.Append('>');
    }

    private static void AppendPoint(StringBuilder builder, PointValue point)
    {
        builder.Append("point({x: ").Append(Write(point.X)).Append(", y: ").Append(Write(point.Y));
        if (point.HasZ)
        {
            builder.Append(", z: ").Append(Write(point.Z));
        }

        builder.Append(", crs: '").Append(point.SystemName).Append("'})");
    }
}
