using System.Text.RegularExpressions;
using Graph.Embedded;

namespace Graph.OpenCypher.Tests.Running;

/// <summary>An error that a scenario expects: its type, and whether it comes before the query runs.</summary>
internal sealed partial record ExpectedError(string Type, string Phase)
{
    /// <summary>Null where the step is of another kind.</summary>
    public static ExpectedError? Parse(string step)
    {
        var match = Form().Match(step);
        return match.Success ? new ExpectedError(match.Groups["type"].Value, match.Groups["phase"].Value) : null;
    }

    /// <summary>What is wrong with what happened; null for nothing.</summary>
    /// <param name="explained">What EXPLAIN of the query raised.</param>
    /// <param name="ran">What running it raised.</param>
    public string? Check(CypherException? explained, CypherException? ran)
    {
        if (ran is null)
        {
            return $"expected {Type} at {Phase}, but it ran";
        }

        if (!IsOfType(ran))
        {
            return $"expected {Type}, but was {ran.Code}: {ran.Message}";
        }

        // A parameter is missed when the query is run: EXPLAIN needs none.
        var isAtCompileTime = explained is not null || Type == "ParameterMissing";
        return Phase switch
        {
            "compile time" when !isAtCompileTime => $"expected {Type} before running, but it came while running: {ran.Message}",
            "runtime" when explained is not null => $"expected {Type} while running, but it came before: {ran.Message}",
            _ => null,
        };
    }

    private bool IsOfType(CypherException error) => Type switch
    {
        "ProcedureError" => error.Code.StartsWith("Neo.ClientError.Procedure.", StringComparison.Ordinal),
        "ConstraintVerificationFailed" => error.Code == "Neo.ClientError.Schema.ConstraintValidationFailed",

        // Neo4j gives type errors that it finds before running the code of syntax errors.
        "TypeError" when error.Code == "Neo.ClientError.Statement.SyntaxError" => error.Message.StartsWith("Type mismatch", StringComparison.Ordinal),
        _ => error.Code == $"Neo.ClientError.Statement.{Type}",
    };

    [GeneratedRegex(@"^an? (?<type>\w+) should be raised at (?<phase>compile time|runtime|any time)")]
    private static partial Regex Form();
}
