using System.Text.RegularExpressions;

namespace Graph.Embedded.Values.Operators;

/// <summary>STARTS WITH, ENDS WITH, CONTAINS and <c>=~</c>; null where either side is not a string.</summary>
public static class TextMatching
{
    /// <summary>A pattern that backtracks longer than this is refused, so that no query can hang on one.</summary>
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(10);

    public static Value StartsWith(Value text, Value part) =>
        AreStrings(text, part) ? Value.Of(text.AsString.StartsWith(part.AsString, StringComparison.Ordinal)) : Value.Null;

    public static Value EndsWith(Value text, Value part) =>
        AreStrings(text, part) ? Value.Of(text.AsString.EndsWith(part.AsString, StringComparison.Ordinal)) : Value.Null;

    public static Value Contains(Value text, Value part) =>
        AreStrings(text, part) ? Value.Of(text.AsString.Contains(part.AsString, StringComparison.Ordinal)) : Value.Null;

    /// <summary>Whether the pattern matches the whole text.</summary>
    public static Value Matches(Value text, Value pattern) =>
        AreStrings(text, pattern) ? Matches(text.AsString, Compile(pattern.AsString)) : Value.Null;

    /// <summary>The pattern ready for <see cref="Matches(string, Regex)"/>, for callers that keep it.</summary>
    /// <exception cref="CypherException">It is not a regular expression.</exception>
    public static Regex Compile(string pattern)
    {
        try
        {
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, MatchLimit);
        }
        catch (ArgumentException exception)
        {
            throw new CypherException(
                ValueErrors.SemanticErrorCode, $"Invalid Regex: {exception.Message}", innerException: exception);
        }
    }

    public static Value Matches(string text, Regex compiled)
    {
        try
        {
            return Value.Of(compiled.IsMatch(text));
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new CypherException(
                "Neo.ClientError.Transaction.TransactionTimedOut",
                $"The pattern took more than {MatchLimit.TotalSeconds:0} seconds on one text; write it without nested repetition.",
                innerException: exception);
        }
    }

    private static bool AreStrings(Value left, Value right) =>
        left.Kind == ValueKind.String && right.Kind == ValueKind.String;
}
