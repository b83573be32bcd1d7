using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Planning;

/// <summary>How many rows operators are expected to give.</summary>
internal sealed class Cardinality(Statistics statistics)
{
    /// <summary>Part of the rows that an equality without index is expected to keep, as Neo4j assumes.</summary>
    public const double EqualSelectivity = 0.1;
    public const double RangeSelectivity = 0.3;
    public const double PrefixSelectivity = 0.1;
    private const double OtherSelectivity = 0.75;

    public Statistics Statistics { get; } = statistics;

    /// <summary>Rows of an equality seek in an index that is not unique: as many as there are values, if values are as many as their rows.</summary>
    public static double RowsOfEqual(double entries) => Math.Max(1, Math.Sqrt(entries));

    /// <summary>The part of the rows for which a predicate holds.</summary>
    public double Selectivity(Expression predicate, BoundPattern pattern) => predicate switch
    {
        LabelExpression { LabelTest: LabelTest.Named label } test => LabelShare(label, test, pattern),
        ComparisonExpression { Operator: BinaryOperator.Equal } comparison => EqualShare(comparison, pattern),
        ComparisonExpression { Operator: BinaryOperator.NotEqual } => 1 - EqualSelectivity,
        ComparisonExpression => RangeSelectivity,
        RelationshipsDifferExpression => 1,
        InExpression { List: ListExpression list } => Math.Min(1, EqualSelectivity * list.Children.Count),
        TextMatchExpression => PrefixSelectivity,
        JunctionExpression { IsAnd: false } any => Math.Min(1, any.Children.Sum(child => Selectivity(child, pattern))),
        NotExpression negation => 1 - Selectivity(negation.Operand, pattern),
        _ => OtherSelectivity,
    };

    /// <summary>Relationships that following one from a node is expected to give.</summary>
    public double Fanout(PatternRelationship relationship, Symbol from, BoundPattern pattern)
    {
        var direction = relationship.DirectionFrom(from);
        var labels = LabelsOf(from, pattern).ToArray();
        var degree = labels.Length == 0
            ? Statistics.Degree(null, relationship.Types, direction)
            : labels.Min(label => Statistics.Degree(label, relationship.Types, direction));
        return relationship.Length is { } length ? VariableFanout(length, degree, relationship, direction) : degree;
    }

    /// <summary>The chance that two given nodes are joined by the relationship.</summary>
    public double IntoShare(PatternRelationship relationship, Symbol from, BoundPattern pattern)
    {
        var to = relationship.Other(from);
        var targets = LabelsOf(to, pattern).Select(Statistics.NodesWithLabel).DefaultIfEmpty(Statistics.Nodes).Min();
        return Math.Min(1, Fanout(relationship, from, pattern) / Math.Max(1, targets));
    }

    private double VariableFanout(VariableLength length, double degree, PatternRelationship relationship, Storage.Direction direction)
    {
        // Beyond a few hops paths meet nodes they know; the number of nodes is a better guess than a power.
        const int Horizon = 5;
        var next = Math.Max(degree, Statistics.Degree(null, relationship.Types, direction));
        var (total, paths) = (length.Minimum == 0 ? 1.0 : 0.0, degree);
        for (var hop = 1; hop <= Math.Min(length.Maximum ?? Horizon, Horizon); hop++)
        {
            total += hop >= length.Minimum ? paths : 0;
            paths *= next;
        }

        return Math.Max(total, 0.01);
    }

    private static IEnumerable<Execution.TokenName> LabelsOf(Symbol node, BoundPattern pattern) => pattern.Predicates
        .OfType<LabelExpression>()
        .Where(test => test.LabelTest is LabelTest.Named && test.Target is SymbolExpression variable && ReferenceEquals(variable.Symbol, node))
        .Select(static test => ((LabelTest.Named)test.LabelTest).Name);

    /// <summary>A node at the end of a relationship has a label more often than any node: what such ends have is sampled.</summary>
    private double LabelShare(LabelTest.Named label, LabelExpression test, BoundPattern pattern)
    {
        var share = Statistics.NodesWithLabel(label.Name) / Statistics.Nodes;
        if (test.Target is not SymbolExpression { Symbol: var node })
        {
            return share;
        }

        foreach (var relationship in pattern.Relationships)
        {
            if (relationship.Direction != Storage.Direction.Both && relationship.Types.Count > 0
                && (ReferenceEquals(relationship.From, node) || ReferenceEquals(relationship.To, node)))
            {
                var isStart = ReferenceEquals(relationship.From, node) == (relationship.Direction == Storage.Direction.Outgoing);
                share = Math.Max(share, Statistics.ShareOfEnds(relationship.Types, isStart, label.Name));
            }
        }

        return Math.Min(1, share);
    }

    private double EqualShare(ComparisonExpression comparison, BoundPattern pattern)
    {
        var property = comparison.Left as PropertyExpression ?? comparison.Right as PropertyExpression;
        if (property?.Entity is not { IsNode: true } node)
        {
            return EqualSelectivity;
        }

        // An index, even if it is not used, tells how many nodes share a value.
        foreach (var label in LabelsOf(node, pattern))
        {
            var index = Statistics.Schema.Indexes.FirstOrDefault(index => index is { Kind: Storage.IndexKind.Range, Entity: Storage.SchemaEntity.Node, Keys.Length: 1 }
                && index.Tokens[0] == label.Id && Statistics.KeyName(index.Keys[0]) == property.Key.Name);
            if (index is not null)
            {
                var entries = Math.Max(1, Statistics.IndexEntries(index));
                return (index.OwningConstraint is not null ? 1 : RowsOfEqual(entries)) / entries;
            }
        }

        return EqualSelectivity;
    }
}
