using System.Text;
using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Values;
using Graph.Embedded.Values.Normalization;

namespace Graph.Embedded.Expressions;

/// <summary><c>n:A|B</c>, of nodes and relationships.</summary>
internal sealed class LabelExpression(SourceSpan span, Expression target, LabelTest test) : Expression(span)
{
    private readonly int _nodeSlot = target is SymbolExpression { Symbol.IsNode: true } variable ? variable.Symbol.Slot.Index : -1;
    private readonly TokenName? _single = test is LabelTest.Named named ? named.Name : null;

    public Expression Target { get; } = target;

    public LabelTest LabelTest { get; } = test;

    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children =>
        LabelTest is LabelTest.Dynamic dynamic ? [Target, dynamic.Expression] : [Target];

    public override Value Evaluate(QueryContext context) => Value.Of(Test(context));

    public override bool? Test(QueryContext context)
    {
        if (_nodeSlot >= 0)
        {
            var id = context.Ids[_nodeSlot];
            return id < 0 ? null : TestNode(context, id);
        }

        var entity = Target.Evaluate(context);
        switch (entity.Kind)
        {
            case ValueKind.Null:
                return null;
            case ValueKind.Node:
                return TestNode(context, entity.EntityId);
            case ValueKind.Relationship:
                context.Hits++;
                var type = context.Transaction.Relationship(entity.EntityId).Type;
                return LabelTest.Holds(context, [type]);
            default:
                throw ValueErrors.Mismatch("Node or Relationship", entity);
        }
    }

    public override Expression MapChildren(Func<Expression, Expression> map) => new LabelExpression(Span, map(Target), LabelTest);

    public override void Write(ExpressionText text) => text.Operand(Target).Append(":").Append(LabelTest.ToString()!);

    private bool? TestNode(QueryContext context, long node)
    {
        context.Hits++;
        context.Transaction.RequireNode(node);
        return _single is not null
            ? _single.Id is >= 0 and var label && context.Storage.HasLabel(node, label)
            : LabelTest.Holds(context, context.Storage.LabelsOf(node));
    }
}

/// <summary><c>x IS :: INTEGER NOT NULL</c></summary>
internal sealed class TypePredicateExpression(SourceSpan span, Expression target, TypeTest type, bool isNegated) : Expression(span), IOperation
{
    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children => [target];

    public override Value Evaluate(QueryContext context) => Value.Of(type.Includes(target.Evaluate(context)) != isNegated);

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new TypePredicateExpression(Span, map(target), type, isNegated);

    public override void Write(ExpressionText text) =>
        text.Operand(target).Append(isNegated ? " IS NOT :: " : " IS :: ").Append(type.ToString());
}

/// <summary><c>x IS NFC NORMALIZED</c></summary>
internal sealed class NormalizedExpression(SourceSpan span, Expression target, string form, bool isNegated) : Expression(span), IOperation
{
    private readonly NormalizationForm _form = form switch
    {
        "NFC" => NormalizationForm.FormC,
        "NFD" => NormalizationForm.FormD,
        "NFKC" => NormalizationForm.FormKC,
        _ => NormalizationForm.FormKD,
    };

    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children => [target];

    public override Value Evaluate(QueryContext context)
    {
        var value = target.Evaluate(context);
        return value.Kind == ValueKind.String
            ? Value.Of((TextNormalizer.Normalize(value.AsString, _form) == value.AsString) != isNegated)
            : Value.Null;
    }

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new NormalizedExpression(Span, map(target), form, isNegated);

    public override void Write(ExpressionText text) => text.Operand(target).Append($" IS {(isNegated ? "NOT " : "")}{form} NORMALIZED");
}
