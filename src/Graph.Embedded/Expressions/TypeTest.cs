using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

/// <summary>Whether values are of a Cypher type, as <c>IS ::</c> and property type constraints ask.</summary>
internal sealed class TypeTest(TypeSyntax type)
{
    public bool Includes(Value value) => Includes(type, value);

    public override string ToString() => TextOf(type);

    private static bool Includes(TypeSyntax type, Value value) => type.Alternatives.Any(alternative => Includes(alternative, value));

    private static bool Includes(TypeAlternativeSyntax alternative, Value value)
    {
        if (value.IsNull)
        {
            return !alternative.IsNotNull && alternative.Name != TypeName.Nothing;
        }

        return alternative.Name switch
        {
            TypeName.Any => true,
            TypeName.Nothing or TypeName.Null => false,
            TypeName.Number => value.IsNumber,
            TypeName.PropertyValue => value.IsStorable,
            TypeName.List => value.Kind == ValueKind.List
                && (alternative.Items is null || Array.TrueForAll(value.Items, item => Includes(alternative.Items, item))),
            TypeName.LocalTime => value.Kind == ValueKind.LocalTime,
            TypeName.ZonedTime => value.Kind == ValueKind.Time,
            TypeName.LocalDateTime => value.Kind == ValueKind.LocalDateTime,
            TypeName.ZonedDateTime => value.Kind == ValueKind.DateTime,
            var name => value.Kind.ToString() == name.ToString(),
        };
    }

    private static string TextOf(TypeSyntax type) => string.Join(" | ", type.Alternatives.Select(TextOf));

    private static string TextOf(TypeAlternativeSyntax alternative)
    {
        var name = alternative.Name switch
        {
            TypeName.List => $"LIST<{(alternative.Items is null ? "ANY" : TextOf(alternative.Items))}>",
            TypeName.LocalTime => "LOCAL TIME",
            TypeName.ZonedTime => "ZONED TIME",
            TypeName.LocalDateTime => "LOCAL DATETIME",
            TypeName.ZonedDateTime => "ZONED DATETIME",
            TypeName.PropertyValue => "PROPERTY VALUE",
            var other => other.ToString().ToUpperInvariant(),
        };
        return alternative.IsNotNull ? $"{name} NOT NULL" : name;
    }
}
