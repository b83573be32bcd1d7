using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Planning;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

/// <summary><c>EXISTS {}</c>, <c>COUNT {}</c>, <c>COLLECT {}</c>, pattern predicates and pattern comprehensions: a query run for each row.</summary>
internal sealed class SubqueryExpression(
    SourceSpan span, SubqueryKind kind, BoundQuery query, IReadOnlySet<Symbol> captured, string text) : Expression(span)
{
    private Plan? _plan;

    public SubqueryKind Kind { get; } = kind;

    public BoundQuery Query { get; } = query;

    /// <summary>Set once, while the statement is planned.</summary>
    public Plan Plan
    {
        get => _plan ?? throw new InvalidOperationException("The subquery was not planned.");
        set => _plan = _plan is null ? value : throw new InvalidOperationException("The subquery was planned already.");
    }

    public bool IsPlanned => _plan is not null;

    /// <summary>Of COUNT: what its plan puts the number of rows in.</summary>
    public Symbol? Count { get; set; }

    public override StaticType Type { get; } = kind switch
    {
        SubqueryKind.Exists => StaticType.Boolean,
        SubqueryKind.Count => StaticType.Integer,
        _ => StaticType.ListOf(query.Columns[0].Type.Kinds),
    };

    public override Value Evaluate(QueryContext context)
    {
        var rows = context.Subplan(this, Plan);
        switch (Kind)
        {
            case SubqueryKind.Exists:
                return Value.Of(rows.MoveNext());
            case SubqueryKind.Count:
                rows.MoveNext();
                return context.Get(Count!);
            default:
                return Collect(context, rows);
        }
    }

    public override bool? Test(QueryContext context) =>
        Kind == SubqueryKind.Exists ? context.Subplan(this, Plan).MoveNext() : base.Test(context);

    public override void Write(ExpressionText writer) => writer.Append(text);

    public override void CollectReads(HashSet<Symbol> into) => into.UnionWith(captured);

    private Value Collect(QueryContext context, Operator rows)
    {
        var items = new List<Value>();
        while (rows.MoveNext())
        {
            items.Add(context.Get(Query.Columns[0]));
        }

        return Value.List([.. items]);
    }
}
