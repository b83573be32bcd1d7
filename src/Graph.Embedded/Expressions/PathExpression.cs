using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

/// <summary>The path that a pattern matched: its first node, then relationships (single ones or lists), each with the node after it.</summary>
/// <param name="steps">Relationship variables, and the node each leads to.</param>
internal sealed class PathExpression(SourceSpan span, Symbol first, IReadOnlyList<(Symbol Relationship, Symbol Node)> steps) : Expression(span)
{
    public override StaticType Type => StaticType.Path;

    public override Value Evaluate(QueryContext context)
    {
        var node = context.Get(first);
        if (node.IsNull)
        {
            return Value.Null;
        }

        var elements = new List<Value>(1 + (2 * steps.Count)) { node };
        foreach (var (relationship, next) in steps)
        {
            var followed = context.Get(relationship);
            if (followed.IsNull)
            {
                return Value.Null;
            }

            if (followed.Kind == ValueKind.Relationship)
            {
                elements.Add(followed);
                elements.Add(context.Get(next));
            }
            else
            {
                Walk(context, followed.Items, elements);
            }
        }

        return Value.Path([.. elements]);
    }

    public override void Write(ExpressionText text)
    {
        text.Append("(").Append(first).Append(")");
        foreach (var (relationship, node) in steps)
        {
            text.Append("-[").Append(relationship).Append("]-(").Append(node).Append(")");
        }
    }

    public override void CollectReads(HashSet<Symbol> into)
    {
        into.Add(first);
        foreach (var (relationship, node) in steps)
        {
            into.Add(relationship);
            into.Add(node);
        }
    }

    private static void Walk(QueryContext context, Value[] relationships, List<Value> elements)
    {
        var at = elements[^1].EntityId;
        foreach (var relationship in relationships)
        {
            at = context.Transaction.Relationship(relationship.EntityId).Other(at);
            elements.Add(relationship);
            elements.Add(Value.Node(at));
        }
    }
}

/// <summary>Whether two relationship variables of one MATCH (single or lists) share no relationship.</summary>
internal sealed class RelationshipsDifferExpression(Symbol left, Symbol right) : Expression(default)
{
    public Symbol Left => left;

    public Symbol Right => right;

    public override StaticType Type => StaticType.Boolean;

    public override Value Evaluate(QueryContext context) => Value.Of(Test(context));

    public override bool? Test(QueryContext context)
    {
        if (left.Slot.IsId && right.Slot.IsId)
        {
            return context.Ids[left.Slot.Index] != context.Ids[right.Slot.Index];
        }

        if (left.Slot.IsId || right.Slot.IsId)
        {
            var (single, list) = left.Slot.IsId ? (left, right) : (right, left);
            return !Holds(context.Values[list.Slot.Index], context.Ids[single.Slot.Index]);
        }

        return !Overlap(context.Values[left.Slot.Index], context.Values[right.Slot.Index]);
    }

    public override void Write(ExpressionText text) => text.Append("NOT ").Append(left).Append(" = ").Append(right);

    public override void CollectReads(HashSet<Symbol> into)
    {
        into.Add(left);
        into.Add(right);
    }

    // Apart from the rest, so that its closure is not made for every pair of single relationships.
    private static bool Overlap(Value list, Value others) => Array.Exists(list.Items, item => Holds(others, item.EntityId));

    private static bool Holds(Value list, long relationship)
    {
        foreach (var item in list.Items)
        {
            if (item.EntityId == relationship)
            {
                return true;
            }
        }

        return false;
    }
}
