using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;
using Graph.Embedded.Planning;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

internal sealed class CreateOperator(QueryContext context, Operator input, CreatePlan plan) : SingleInputOperator(context, input)
{
    private readonly GraphWriter _writer = new(context);

    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Context.Guard.Tick();
        Creation.Run(Context, _writer, plan.Create);
        return true;
    }
}

/// <summary>Makes the nodes, relationships and paths of a CREATE or MERGE.</summary>
internal static class Creation
{
    public static void Run(QueryContext context, GraphWriter writer, BoundCreate create)
    {
        foreach (var node in create.Nodes)
        {
            context.Ids[node.Symbol.Slot.Index] = writer.CreateNode(node);
        }

        foreach (var relationship in create.Relationships)
        {
            context.Ids[relationship.Symbol.Slot.Index] = writer.CreateRelationship(relationship);
        }

        SetPaths(context, create);
    }

    public static void SetPaths(QueryContext context, BoundCreate create)
    {
        foreach (var path in create.Paths)
        {
            context.Set(path.Symbol, path.Expression.Evaluate(context));
        }
    }
}

/// <summary>Finds a pattern, or makes it where it is not there.</summary>
internal sealed class MergeOperator : NestedOperator
{
    private readonly GraphWriter _writer;
    private readonly Operator _match;
    private readonly BoundMerge _merge;
    private readonly RowBuffer _found;
    private int _next;
    private bool _isCreated;

    public MergeOperator(QueryContext context, Operator input, Operator match, MergePlan plan)
        : base(context, input)
    {
        (_writer, _match, _merge) = (new GraphWriter(context), match, plan.Merge);
        _found = new RowBuffer(
            context,
            [.. plan.Merge.Creation.Nodes.Select(static node => node.Symbol), .. plan.Merge.Creation.Relationships.Select(static r => r.Symbol)]);
    }

    protected override bool Open()
    {
        CheckProperties();
        _found.Clear();
        _next = 0;
        _match.Reset();
        while (_match.MoveNext())
        {
            _found.Add();
        }

        _isCreated = _found.Count == 0;
        if (_isCreated)
        {
            Creation.Run(Context, _writer, _merge.Creation);
            Setting.Run(Context, _writer, _merge.OnCreate);
        }

        return true;
    }

    protected override bool Advance()
    {
        if (_isCreated)
        {
            _isCreated = false;
            EndRow();
            return true;
        }

        if (_next >= _found.Count)
        {
            return false;
        }

        _found.Load(_next++);
        Creation.SetPaths(Context, _merge.Creation);
        Setting.Run(Context, _writer, _merge.OnMatch);
        return true;
    }

    /// <summary>A null can neither be found nor made equal to itself, so it is refused.</summary>
    private void CheckProperties()
    {
        foreach (var node in _merge.Creation.Nodes)
        {
            Check("node", node.Properties, static (symbol, text) => $"({symbol} {text})", node.Symbol);
        }

        foreach (var relationship in _merge.Creation.Relationships)
        {
            Check("relationship", relationship.Properties, static (symbol, text) => $"[{symbol} {text}]", relationship.Symbol);
            RequireEnd(relationship, relationship.Start);
            RequireEnd(relationship, relationship.End);
        }
    }

    private void RequireEnd(RelationshipCreation relationship, Symbol node)
    {
        var isMade = _merge.Creation.Nodes.Any(creation => ReferenceEquals(creation.Symbol, node));
        if (!isMade && Context.Get(node).IsNull)
        {
            throw new CypherException(
                ValueErrors.ArgumentErrorCode,
                $"Failed to create relationship `{(relationship.Symbol.IsHidden ? "" : relationship.Symbol.Name)}`, node `{node.Name}` is missing. "
                + "MATCH it, or leave out rows where it is null.");
        }
    }

    private void Check(string kind, Expression? properties, Func<string, string, string> show, Symbol symbol)
    {
        if (properties is not MapExpression map)
        {
            return;
        }

        for (var i = 0; i < map.Keys.Count; i++)
        {
            if (map.Children[i].Evaluate(Context).IsNull)
            {
                throw new CypherException(
                    ValueErrors.SemanticErrorCode,
                    $"Cannot merge the following {kind} because of null property value for '{map.Keys[i]}': "
                    + show(symbol.IsHidden ? "" : symbol.Name, map.ToString()));
            }
        }
    }
}

internal sealed class SetOperator(QueryContext context, Operator input, SetPlan plan) : SingleInputOperator(context, input)
{
    private readonly GraphWriter _writer = new(context);

    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Context.Guard.Tick();
        Setting.Run(Context, _writer, plan.Actions);
        return true;
    }
}

/// <summary>The items of SET and REMOVE.</summary>
internal static class Setting
{
    public static void Run(QueryContext context, GraphWriter writer, IReadOnlyList<SetAction> actions)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            var together = SameEntity(actions, i);
            if (together > 1)
            {
                SetTogether(context, writer, actions, i, together);
                i += together - 1;
                continue;
            }

            var target = TargetOf(context, actions[i]);
            if (!target.IsNull)
            {
                Run(context, writer, actions[i], target);
            }
        }
    }

    /// <summary>How many items in a row set properties of one variable.</summary>
    private static int SameEntity(IReadOnlyList<SetAction> actions, int first)
    {
        var count = 0;
        while (first + count < actions.Count
            && actions[first + count] is (SetPropertyAction or SetDynamicPropertyAction) and { Target: SymbolExpression { Symbol: var symbol } }
            && ReferenceEquals(symbol, ((SymbolExpression)actions[first].Target).Symbol))
        {
            count++;
        }

        return count;
    }

    /// <summary>Properties of one entity are set at once: none of the values sees another, as in Neo4j.</summary>
    private static void SetTogether(QueryContext context, GraphWriter writer, IReadOnlyList<SetAction> actions, int first, int count)
    {
        var target = TargetOf(context, actions[first]);
        if (target.IsNull)
        {
            return;
        }

        var entries = new (int Key, Value Value)[count];
        for (var i = 0; i < count; i++)
        {
            entries[i] = actions[first + i] is SetPropertyAction set
                ? (set.Key.GetOrCreate(), set.Value.Evaluate(context))
                : EntryOf(context, (SetDynamicPropertyAction)actions[first + i]);
        }

        foreach (var (key, value) in entries)
        {
            writer.SetProperty(target, key, value);
        }
    }

    private static (int Key, Value Value) EntryOf(QueryContext context, SetDynamicPropertyAction set)
    {
        var key = set.Key.Evaluate(context);
        var token = context.Storage.Tokens.Keys.GetOrCreate(
            key.Kind == ValueKind.String ? key.AsString : throw ValueErrors.Mismatch("String", key));
        return (token, set.Value.Evaluate(context));
    }

    private static Value TargetOf(QueryContext context, SetAction action)
    {
        var target = action.Target.Evaluate(context);
        return target.Kind is ValueKind.Null or ValueKind.Node or ValueKind.Relationship
            ? target
            : throw ValueErrors.Mismatch("Node or Relationship", target);
    }

    private static void Run(QueryContext context, GraphWriter writer, SetAction action, Value target)
    {
        switch (action)
        {
            case SetPropertyAction set:
                writer.SetProperty(target, set.Key.GetOrCreate(), set.Value.Evaluate(context));
                break;
            case SetDynamicPropertyAction set:
                var (key, entry) = EntryOf(context, set);
                writer.SetProperty(target, key, entry);
                break;
            case SetPropertiesAction set:
                var value = set.Value.Evaluate(context);
                var map = value.Kind switch
                {
                    ValueKind.Null => throw ValueErrors.Type("Expected a map of properties, but it was null"),
                    ValueKind.Map or ValueKind.Node or ValueKind.Relationship => context.PropertiesOf(value),
                    _ => throw ValueErrors.Mismatch("Map, Node or Relationship", value),
                };
                writer.SetProperties(target, map, set.KeepsOthers);
                break;
            case SetLabelsAction labels:
                if (target.Kind != ValueKind.Node)
                {
                    throw ValueErrors.Mismatch("Node", target);
                }

                (labels.Removes ? (Action<long, IReadOnlyList<TokenSource>>)writer.RemoveLabels : writer.AddLabels)(target.EntityId, labels.Labels);
                break;
        }
    }
}

internal sealed class DeleteOperator(QueryContext context, Operator input, DeletePlan plan) : SingleInputOperator(context, input)
{
    private readonly GraphWriter _writer = new(context);

    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Context.Guard.Tick();
        foreach (var target in plan.Delete.Targets)
        {
            _writer.Delete(target.Evaluate(Context), plan.Delete.IsDetach);
        }

        return true;
    }
}

internal sealed class ForeachOperator(QueryContext context, Operator input, Operator inner, ForeachPlan plan) : SingleInputOperator(context, input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        var list = plan.Foreach.List.Evaluate(Context);
        if (list.IsNull)
        {
            return true;
        }

        // What is no list is one item, as for UNWIND.
        foreach (var item in list.Kind == ValueKind.List ? list.Items : [list])
        {
            Context.Set(plan.Foreach.Variable, item);
            inner.Reset();
            while (inner.MoveNext())
            {
                // The updates run as rows are pulled.
            }
        }

        return true;
    }
}
