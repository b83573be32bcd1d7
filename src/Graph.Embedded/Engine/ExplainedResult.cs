using Graph.Embedded.Values;

namespace Graph.Embedded.Engine;

/// <summary>A result without rows whose summary is known from the start: of EXPLAIN and of schema commands.</summary>
internal sealed class ExplainedResult(IReadOnlyList<string> columns, ResultSummary summary) : EmbeddedResult
{
    public override IReadOnlyList<string> Columns { get; } = columns;

    public override ReadOnlySpan<Value> Current => throw new InvalidOperationException("There is no row.");

    public override ResultSummary Summary { get; } = summary;

    public static ExplainedResult Of(CompiledStatement statement) => statement is QueryStatement query
        ? new ExplainedResult(query.ColumnNames, new ResultSummary(query.Type, new UpdateCounters(), PlanDescriptions.Of(query.Plan), false, []))
        : new ExplainedResult([], new ResultSummary(statement.Type, new UpdateCounters(), null, false, []));

    public override bool MoveNext() => false;

    protected override void Dispose(bool disposing)
    {
        // Holds nothing.
    }
}
