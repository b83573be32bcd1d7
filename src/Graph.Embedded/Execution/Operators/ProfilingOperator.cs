using Graph.Embedded.Planning;

namespace Graph.Embedded.Execution;

/// <summary>Counts of an operator for PROFILE.</summary>
internal sealed class OperatorProfile
{
    public long Rows { get; set; }

    /// <summary>Storage accesses of the operator and all below it.</summary>
    public long TotalHits { get; set; }
}

/// <summary>The counts of every operator of a run.</summary>
internal sealed class PlanProfile
{
    private readonly Dictionary<Plan, OperatorProfile> _counts = new(ReferenceEqualityComparer.Instance);

    public OperatorProfile Of(Plan plan)
    {
        if (!_counts.TryGetValue(plan, out var counts))
        {
            _counts.Add(plan, counts = new OperatorProfile());
        }

        return counts;
    }
}

/// <summary>Counts what passes through another operator.</summary>
internal sealed class ProfilingOperator(QueryContext context, Operator inner, OperatorProfile counts) : Operator(context)
{
    public override void Reset() => inner.Reset();

    public override bool MoveNext()
    {
        var before = Context.Hits;
        var hasRow = inner.MoveNext();
        counts.TotalHits += Context.Hits - before;
        counts.Rows += hasRow ? 1 : 0;
        return hasRow;
    }
}
