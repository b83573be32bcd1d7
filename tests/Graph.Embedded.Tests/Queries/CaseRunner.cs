using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Queries;

/// <summary>Runs a case on a graph of its own, in memory unless it reloads.</summary>
internal sealed class CaseRunner : IDisposable
{
    private readonly string? _folder;
    private EmbeddedDatabase _database;
    private Dictionary<string, Value> _parameters = [];
    private IReadOnlyList<string> _columns = [];
    private List<Value[]> _rows = [];
    private ResultSummary? _summary;
    private CypherException? _error;

    public CaseRunner(QueryCase @case)
    {
        _folder = @case.Blocks.Any(static block => block.Kind == "reload") ? Directory.CreateTempSubdirectory("graph-case-").FullName : null;
        _database = Open();
    }

    public void Run(CaseBlock block)
    {
        switch (block.Kind)
        {
            case "given":
                foreach (var statement in block.Text.Split("\n;\n"))
                {
                    Execute(statement);
                }

                break;
            case "parameters":
                Execute($"RETURN {block.Text} AS parameters");
                _parameters = _rows[0][0].AsMap.ToDictionary(static entry => entry.Key, static entry => entry.Value);
                break;
            case "run":
                Attempt(block.Text);
                break;
            case "rows":
                Assert.Null(_error);
                CompareRows(block);
                break;
            case "error":
                CompareError(block);
                break;
            case "counters":
                Assert.Null(_error);
                Assert.Equal(block.Lines.Order(StringComparer.Ordinal), Counters(_summary!.Counters).Order(StringComparer.Ordinal));
                break;
            case "plan":
                ComparePlan(block);
                break;
            case "reload":
                _database.Dispose();
                _database = Open();
                break;
            default:
                throw new FormatException($"There is no block '{block.Kind}'.");
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private EmbeddedDatabase Open()
    {
        var options = new EmbeddedDatabaseOptions { RandomSeed = 1 };
        return _folder is null ? EmbeddedDatabase.InMemory(options) : EmbeddedDatabase.Over(StorageEngine.Open(_folder), options);
    }

    private void Attempt(string statement)
    {
        try
        {
            _error = null;
            Execute(statement);
        }
        catch (CypherException exception)
        {
            _error = exception;
        }
    }

    private void Execute(string statement)
    {
        using var result = _database.Run(statement, _parameters, TestContext.Current.CancellationToken);
        _rows = [];
        _columns = result.Columns;
        while (result.MoveNext())
        {
            _rows.Add(result.Current.ToArray());
        }

        _summary = result.Summary;
    }

    private void CompareRows(CaseBlock block)
    {
        var actual = _rows.Select(static row => string.Join(" | ", row.Select(static value => value.ToString())));
        var (expected, found) = (block.Lines.Skip(1), actual);
        if (block.Argument != "ordered")
        {
            (expected, found) = (expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
        }

        Assert.Equal(block.Lines.Count > 0 ? block.Lines[0] : "", string.Join(" | ", _columns));
        Assert.Equal(expected, found);
    }

    private void CompareError(CaseBlock block)
    {
        Assert.NotNull(_error);
        var parts = block.Argument.Split(' ');
        Assert.Equal($"{parts[0]} {(parts.Length > 1 ? parts[1] : "0:0")}", $"{_error.Code} {_error.Line}:{_error.Column}");
        var open = block.Text.EndsWith("...", StringComparison.Ordinal);
        if (open)
        {
            Assert.StartsWith(block.Text[..^3], _error.Message, StringComparison.Ordinal);
        }
        else if (block.Lines.Count > 0)
        {
            Assert.Equal(block.Text, _error.Message);
        }
    }

    private void ComparePlan(CaseBlock block)
    {
        Assert.Null(_error);
        var operators = Flatten(_summary!.Plan!).ToArray();
        foreach (var line in block.Lines)
        {
            Assert.Contains(operators, text => text.Contains(line, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Flatten(PlanDescription plan) =>
        plan.Children.SelectMany(Flatten).Prepend($"{plan.Operator} {plan.Arguments.GetValueOrDefault("Details", "")}".TrimEnd());

    private static IEnumerable<string> Counters(UpdateCounters counters) => typeof(UpdateCounters).GetProperties()
        .Where(static property => property.PropertyType == typeof(long))
        .Select(property => (property.Name, Count: (long)property.GetValue(counters)!))
        .Where(static counter => counter.Count > 0).Select(static counter => $"{counter.Name} {counter.Count}");
}
