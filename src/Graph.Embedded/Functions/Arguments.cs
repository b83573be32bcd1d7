using Graph.Embedded.Values;

namespace Graph.Embedded.Functions;

/// <summary>Reads arguments of the type that a function wants, or says what it got.</summary>
internal static class Arguments
{
    public static double Float(Value value) =>
        value.IsNumber ? value.AsFloat : throw ValueErrors.Mismatch("Float", value);

    public static long Integer(Value value) =>
        value.Kind == ValueKind.Integer ? value.AsInteger : throw ValueErrors.Mismatch("Integer", value);

    public static string Text(Value value) =>
        value.Kind == ValueKind.String ? value.AsString : throw ValueErrors.Mismatch("String", value);

    public static Value[] List(Value value) =>
        value.Kind == ValueKind.List ? value.Items : throw ValueErrors.Mismatch("List<T>", value);

    public static PointValue Point(Value value) =>
        value.Kind == ValueKind.Point ? value.AsPoint : throw ValueErrors.Mismatch("Point", value);
}
