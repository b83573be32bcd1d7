namespace Graph.Embedded.Values;

/// <summary>The errors that values and operators raise, with the codes that drivers know.</summary>
internal static class ValueErrors
{
    public const string TypeErrorCode = "Neo.ClientError.Statement.TypeError";
    public const string ArgumentErrorCode = "Neo.ClientError.Statement.ArgumentError";
    public const string ArithmeticErrorCode = "Neo.ClientError.Statement.ArithmeticError";
    public const string SyntaxErrorCode = "Neo.ClientError.Statement.SyntaxError";

    /// <summary>What Neo4j answers where one of its own checks throws.</summary>
    public const string ExecutionFailedCode = "Neo.DatabaseError.Statement.ExecutionFailed";

    public const string SemanticErrorCode = "Neo.ClientError.Statement.SemanticError";

    public static CypherException LongOverflow() => new(ArithmeticErrorCode, "long overflow");

    public static CypherException DivisionByZero() => new(ArithmeticErrorCode, "/ by zero");

    public static CypherException Type(string message) => new(TypeErrorCode, message);

    public static CypherException Argument(string message) => new(ArgumentErrorCode, message);

    public static CypherException Mismatch(string expected, Value actual) =>
        Type($"Type mismatch: expected {expected} but was {NameOf(actual.Kind)}");

    public static CypherException Unparsable(string text, string type) =>
        new(SyntaxErrorCode, $"Text cannot be parsed to a {type}\n\"{text}\"\n ^");

    public static long CheckedAdd(long left, long right)
    {
        var sum = unchecked(left + right);
        return ((left ^ sum) & (right ^ sum)) < 0 ? throw LongOverflow() : sum;
    }

    public static long CheckedMultiply(long left, long right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high == low >> 63 ? low : throw LongOverflow();
    }

    /// <summary>The name that error messages give a kind.</summary>
    public static string NameOf(ValueKind kind) => kind switch
    {
        ValueKind.Null => "Null",
        ValueKind.List => "List<T>",
        ValueKind.Bytes => "Bytes",
        _ => kind.ToString(),
    };
}
