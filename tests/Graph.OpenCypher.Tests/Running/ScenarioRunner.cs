using Graph.Embedded;
using Graph.Embedded.Engine;
using Graph.Embedded.Procedures;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;
using Graph.OpenCypher.Tests.Scenarios;

namespace Graph.OpenCypher.Tests.Running;

/// <summary>Runs one scenario on an empty graph of its own.</summary>
internal sealed class ScenarioRunner(string tck)
{
    private readonly StorageEngine _engine = StorageEngine.InMemory();
    private readonly List<Procedure> _procedures = [];
    private Dictionary<string, Value> _parameters = [];
    private GraphSnapshot? _before;
    private Outcome? _outcome;

    /// <summary>What is wrong; null where the scenario passes.</summary>
    public static string? Run(string tck, Scenario scenario)
    {
        var runner = new ScenarioRunner(tck);
        foreach (var step in scenario.Steps)
        {
            try
            {
                if (runner.RunStep(step) is { } fault)
                {
                    return $"{step.Text}: {fault}";
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return $"{step.Text}: {exception.GetType().Name}: {exception.Message}\n{exception.StackTrace?.Split('\n').FirstOrDefault()}";
            }
        }

        return null;
    }

    private string? RunStep(Step step)
    {
        var text = step.Text.TrimEnd(':');
        switch (text)
        {
            case "an empty graph" or "any graph":
                return null;
            case "having executed":
                Execute(step.Body!);
                return null;
            case "parameters are":
                _parameters = step.Table.ToDictionary(static row => row[0], row => ReadValue(row[1]));
                return null;
            case "executing query":
                _before = GraphSnapshot.Take(_engine);
                _outcome = Attempt(step.Body!);
                return null;
            case "executing control query":
                _outcome = Attempt(step.Body!);
                return null;
            case "no side effects":
                return CheckEffects("");
            case "the side effects should be":
                return CheckEffects(GraphSnapshot.Expected(step.Table));
        }

        if (text.StartsWith("there exists a procedure", StringComparison.Ordinal))
        {
            _procedures.Add(ScenarioProcedures.Define(step, ReadValue));
            return null;
        }

        if (text.EndsWith(" graph", StringComparison.Ordinal))
        {
            var name = text.Split(' ')[^2];
            Execute(File.ReadAllText(Path.Combine(tck, "graphs", name, name + ".cypher")));
            return null;
        }

        return ExpectedError.Parse(text) is { } error
            ? error.Check(_outcome!.Explained, _outcome.Error) ?? CheckEffects("")
            : CheckRows(text, step);
    }

    private string? CheckRows(string text, Step step)
    {
        if (_outcome!.Error is { } error)
        {
            return $"{error.Code}: {error.Message}";
        }

        var ignoresListOrder = text.Contains("ignoring element order for lists", StringComparison.Ordinal);
        var isOrdered = text.Contains("in order", StringComparison.Ordinal);
        if (text == "the result should be empty")
        {
            return _outcome.Rows.Count == 0 ? null : $"expected no rows, got {_outcome.Rows.Count}";
        }

        if (!text.StartsWith("the result should be", StringComparison.Ordinal))
        {
            return "this step is not known to the runner";
        }

        string[] columns = [.. step.Table[0]];
        if (!columns.Order(StringComparer.Ordinal).SequenceEqual(_outcome.Columns.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            return $"expected columns {string.Join(", ", columns)}, got {string.Join(", ", _outcome.Columns)}";
        }

        var expected = step.Table.Skip(1).Select(row => string.Join(" | ", row.Select(cell => ExpectedText.Normalise(cell, ignoresListOrder))));
        var order = Array.ConvertAll(columns, column => _outcome.Columns.ToList().IndexOf(column));
        var actual = _outcome.Rows.Select(row => string.Join(" | ", order.Select(i => ActualText.Of(row[i], ignoresListOrder))));
        return Compare([.. expected], [.. actual], isOrdered);
    }

    private static string? Compare(List<string> expected, List<string> actual, bool isOrdered)
    {
        if (!isOrdered)
        {
            expected.Sort(StringComparer.Ordinal);
            actual.Sort(StringComparer.Ordinal);
        }

        return expected.SequenceEqual(actual, StringComparer.Ordinal)
            ? null
            : $"expected\n  {string.Join("\n  ", expected)}\ngot\n  {string.Join("\n  ", actual)}";
    }

    private string? CheckEffects(string expected)
    {
        var actual = _before!.ChangesTo(GraphSnapshot.Take(_engine));
        return actual == expected ? null : $"expected side effects [{expected}], got [{actual}]";
    }

    private Outcome Attempt(string query)
    {
        var explained = ErrorOf(() => Execute("EXPLAIN " + query));
        try
        {
            return Execute(query) with { Explained = explained };
        }
        catch (CypherException exception)
        {
            return new Outcome([], [], exception, explained);
        }
    }

    private static CypherException? ErrorOf(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (CypherException exception)
        {
            return exception;
        }
    }

    private Outcome Execute(string query)
    {
        // Not disposed: it would close the engine that the next step goes on with.
        var database = new EngineDatabase(_engine, new EmbeddedDatabaseOptions { RandomSeed = 1 }, _procedures);
        using var result = database.Run(query, _parameters, TestContext.Current.CancellationToken);
        var rows = new List<Value[]>();
        while (result.MoveNext())
        {
            rows.Add(result.Current.ToArray());
        }

        return new Outcome(result.Columns, rows, null, null);
    }

    /// <summary>Values of tables are written as Cypher literals.</summary>
    private Value ReadValue(string text) => Execute($"RETURN {text} AS value").Rows[0][0];

    private sealed record Outcome(IReadOnlyList<string> Columns, IReadOnlyList<Value[]> Rows, CypherException? Error, CypherException? Explained);
}
