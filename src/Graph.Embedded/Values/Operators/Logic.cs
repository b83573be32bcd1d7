namespace Graph.Embedded.Values.Operators;

/// <summary>Three-valued logic: null is unknown.</summary>
public static class Logic
{
    /// <summary>The truth of a boolean; null for null.</summary>
    /// <exception cref="CypherException">The value is neither.</exception>
    public static bool? Truth(Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Boolean => value.AsBoolean,
        _ => throw ValueErrors.Mismatch("Boolean", value),
    };

    public static Value And(Value left, Value right)
    {
        var (first, second) = (Truth(left), Truth(right));
        return Value.Of(first == false || second == false ? false : first & second);
    }

    public static Value Or(Value left, Value right)
    {
        var (first, second) = (Truth(left), Truth(right));
        return Value.Of(first == true || second == true ? true : first | second);
    }

    public static Value Xor(Value left, Value right) => Value.Of(Truth(left) ^ Truth(right));

    public static Value Not(Value value) => Value.Of(!Truth(value));
}
