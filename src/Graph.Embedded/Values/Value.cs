namespace Graph.Embedded.Values;

/// <summary>A Cypher value. The default is null.</summary>
/// <remarks>Booleans, integers and floats live in <see cref="Bits"/>; everything else in <see cref="Reference"/>, immutable.</remarks>
public readonly partial struct Value
{
    internal Value(ValueKind kind, long bits, object? reference)
    {
        Kind = kind;
        Bits = bits;
        Reference = reference;
    }

    public ValueKind Kind { get; }

    internal long Bits { get; }

    internal object? Reference { get; }

    public bool IsNull => Kind == ValueKind.Null;

    public static Value Null => default;

    public static Value Of(bool value) => new(ValueKind.Boolean, value ? 1 : 0, null);

    public static Value Of(long value) => new(ValueKind.Integer, value, null);

    public static Value Of(double value) => new(ValueKind.Float, BitConverter.DoubleToInt64Bits(value), null);

    public static Value Of(string value) => new(ValueKind.String, 0, value);
}
