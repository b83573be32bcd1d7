using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Planning.Leaves;

/// <summary>What the index rules share: which indexes cover a variable.</summary>
internal abstract class IndexRule : ILeafRule
{
    public IEnumerable<LeafCandidate> Propose(LeafTarget target)
    {
        foreach (var (index, label) in IndexesOf(target))
        {
            foreach (var candidate in Propose(target, index, label))
            {
                yield return candidate;
            }
        }
    }

    /// <param name="label">The predicate on the label that makes the index apply; null for a relationship's type.</param>
    protected abstract IEnumerable<LeafCandidate> Propose(LeafTarget target, IndexDefinition index, Expression? label);

    protected static LeafCandidate Candidate(
        LeafTarget target, IndexDefinition index, Expression? label, double rows, IndexUse use, IReadOnlyList<Expression?> values,
        IEnumerable<Expression> settled, bool lowerInclusive = false, bool upperInclusive = false)
    {
        var statistics = target.Statistics;
        var token = target.IsNode ? statistics.LabelName(index.Tokens[0]) : statistics.TypeName(index.Tokens[0]);
        var access = new IndexAccess(
            index, token, [.. index.Keys.Select(statistics.KeyName)], use, index.OwningConstraint is not null, values, lowerInclusive, upperInclusive);
        var total = target.State.Plan.Rows * rows;
        Plan plan = target.Relationship is { } relationship
            ? new RelationshipIndexPlan(target.State.Plan, total, relationship, access)
            : new NodeIndexPlan(target.State.Plan, total, target.Entity, access);
        return new LeafCandidate(plan, [.. label is null ? [] : new[] { label }, .. settled]);
    }

    private static IEnumerable<(IndexDefinition Index, Expression? Label)> IndexesOf(LeafTarget target)
    {
        var indexes = target.Statistics.Schema.Indexes.Where(static index => index.Kind == IndexKind.Range);
        if (target.Relationship is { } relationship)
        {
            return relationship is { Types: [var type], Length: null }
                ? indexes.Where(index => index.Entity == SchemaEntity.Relationship && index.Tokens[0] == type.Id)
                    .Select(static index => (index, (Expression?)null))
                : [];
        }

        return target.Labels.SelectMany(label => indexes
            .Where(index => index.Entity == SchemaEntity.Node && index.Tokens[0] == label.Label.Name.Id)
            .Select(index => (index, (Expression?)label.Predicate)));
    }
}

/// <summary>Every key of an index compared by <c>=</c>.</summary>
internal sealed class IndexSeekRule : IndexRule
{
    protected override IEnumerable<LeafCandidate> Propose(LeafTarget target, IndexDefinition index, Expression? label)
    {
        var values = new List<Expression?>();
        var settled = new List<Expression>();
        foreach (var key in index.Keys)
        {
            var name = target.Statistics.KeyName(key);
            var comparison = target.Comparisons.FirstOrDefault(candidate => candidate.Key == name && candidate.Operator == BinaryOperator.Equal);
            if (comparison is null)
            {
                yield break;
            }

            values.Add(comparison.Other);
            settled.Add(comparison.Predicate);
        }

        var rows = index.OwningConstraint is not null ? 1 : Cardinality.RowsOfEqual(target.Statistics.IndexEntries(index));
        yield return Candidate(target, index, label, rows, IndexUse.Equal, values, settled);
    }
}

/// <summary><c>n.key IN list</c>, of an index on one key.</summary>
internal sealed class IndexInRule : IndexRule
{
    private const double AverageListLength = 10;

    protected override IEnumerable<LeafCandidate> Propose(LeafTarget target, IndexDefinition index, Expression? label)
    {
        if (index.Keys.Length != 1)
        {
            yield break;
        }

        var name = target.Statistics.KeyName(index.Keys[0]);
        foreach (var comparison in target.Comparisons.Where(candidate => candidate.Key == name && candidate.Operator == BinaryOperator.In))
        {
            var length = comparison.Other is ListExpression list ? list.Children.Count : AverageListLength;
            var each = index.OwningConstraint is not null ? 1 : Cardinality.RowsOfEqual(target.Statistics.IndexEntries(index));
            yield return Candidate(target, index, label, length * each, IndexUse.In, [comparison.Other], [comparison.Predicate]);
        }
    }
}

/// <summary>Bounds on the first key of an index.</summary>
internal sealed class IndexRangeRule : IndexRule
{
    protected override IEnumerable<LeafCandidate> Propose(LeafTarget target, IndexDefinition index, Expression? label)
    {
        // Entries of an index on several keys are those that have all of them: the others must be asked for too.
        if (index.Keys.Length != 1)
        {
            yield break;
        }

        var name = target.Statistics.KeyName(index.Keys[0]);
        var bounds = target.Comparisons.Where(candidate => candidate.Key == name).ToArray();
        var lower = Array.Find(bounds, static bound => bound.Operator is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual);
        var upper = Array.Find(bounds, static bound => bound.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual);
        if (lower is null && upper is null)
        {
            yield break;
        }

        // The predicates are tested again: whether two values compare at all depends on more than their order.
        var share = lower is null || upper is null ? Cardinality.RangeSelectivity : Cardinality.RangeSelectivity * Cardinality.RangeSelectivity;
        yield return Candidate(
            target, index, label, target.Statistics.IndexEntries(index) * share, IndexUse.Range, [lower?.Other, upper?.Other], [],
            lower?.Operator == BinaryOperator.GreaterOrEqual, upper?.Operator == BinaryOperator.LessOrEqual);
    }
}

/// <summary><c>n.key STARTS WITH prefix</c>, of an index on one key.</summary>
internal sealed class IndexPrefixRule : IndexRule
{
    protected override IEnumerable<LeafCandidate> Propose(LeafTarget target, IndexDefinition index, Expression? label)
    {
        if (index.Keys.Length != 1)
        {
            yield break;
        }

        var name = target.Statistics.KeyName(index.Keys[0]);
        foreach (var match in target.Comparisons.Where(candidate => candidate.Key == name && candidate.Operator == BinaryOperator.StartsWith))
        {
            yield return Candidate(
                target, index, label, target.Statistics.IndexEntries(index) * Cardinality.PrefixSelectivity, IndexUse.Prefix, [match.Other],
                [match.Predicate]);
        }
    }
}

/// <summary><c>n.key IS NOT NULL</c>, of an index on one key.</summary>
internal sealed class IndexScanRule : IndexRule
{
    protected override IEnumerable<LeafCandidate> Propose(LeafTarget target, IndexDefinition index, Expression? label)
    {
        if (index.Keys.Length != 1)
        {
            yield break;
        }

        var name = target.Statistics.KeyName(index.Keys[0]);
        foreach (var predicate in target.State.Predicates)
        {
            if (predicate is NullTestExpression { IsNegated: true } test && target.KeyOf(test.Operand) == name)
            {
                yield return Candidate(target, index, label, target.Statistics.IndexEntries(index), IndexUse.Scan, [], [predicate]);
            }
        }
    }
}
