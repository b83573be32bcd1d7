using System.Runtime.InteropServices;
using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>Writes to the graph on behalf of a statement: checks what is written and counts it.</summary>
internal sealed class GraphWriter(QueryContext context)
{
    /// <summary>What a created entity and each of its properties hold until the commit, approximate.</summary>
    private const int EntityBytes = 96;
    private const int PropertyBytes = 32;

    private readonly List<KeyValuePair<int, Value>> _properties = [];
    private readonly List<int> _labels = [];

    public long CreateNode(NodeCreation creation)
    {
        ReadLabels(creation.Labels, _labels);
        ReadProperties(creation.Properties);
        context.Hits++;
        context.Guard.Allocate(EntityBytes + (PropertyBytes * _properties.Count));
        var node = context.Storage.CreateNode(
            CollectionsMarshal.AsSpan(_labels), CollectionsMarshal.AsSpan(_properties));
        context.Updates.NodesCreated++;
        context.Updates.LabelsAdded += _labels.Count;
        context.Updates.PropertiesSet += _properties.Count;
        return node;
    }

    public long CreateRelationship(RelationshipCreation creation)
    {
        var start = RequireNode(creation, creation.Start);
        var end = RequireNode(creation, creation.End);
        var type = TypeOf(creation.Type);
        ReadProperties(creation.Properties);
        context.Hits++;
        context.Guard.Allocate(EntityBytes + (PropertyBytes * _properties.Count));
        var relationship = context.Storage.CreateRelationship(
            type, start, end, CollectionsMarshal.AsSpan(_properties));
        context.Updates.RelationshipsCreated++;
        context.Updates.PropertiesSet += _properties.Count;
        return relationship;
    }

    public void SetProperty(Value entity, int key, Value value)
    {
        if (!value.IsNull)
        {
            value = PropertyValues.Storable(value);
        }

        context.Hits++;
        context.Updates.PropertiesSet++;
        if (entity.Kind == ValueKind.Node)
        {
            context.Transaction.RequireNode(entity.EntityId);
            context.Storage.SetNodeProperty(entity.EntityId, key, value);
        }
        else
        {
            context.Transaction.RequireRelationship(entity.EntityId);
            context.Storage.SetRelationshipProperty(entity.EntityId, key, value);
        }
    }

    /// <summary>Sets every entry of a map; properties that it does not name go, or stay.</summary>
    public void SetProperties(Value entity, MapValue map, bool keepsOthers)
    {
        if (!keepsOthers)
        {
            foreach (var key in context.PropertiesOf(entity).Keys)
            {
                if (map.Find(key).IsNull)
                {
                    SetProperty(entity, context.Storage.Tokens.Keys.GetOrCreate(key), Value.Null);
                }
            }
        }

        foreach (var (key, value) in map)
        {
            if (!value.IsNull || keepsOthers)
            {
                SetProperty(entity, context.Storage.Tokens.Keys.GetOrCreate(key), value);
            }
        }
    }

    public void AddLabels(long node, IReadOnlyList<TokenSource> labels)
    {
        context.Transaction.RequireNode(node);
        var ids = new List<int>();
        ReadLabels(labels, ids);
        foreach (var label in ids)
        {
            context.Hits++;
            context.Updates.LabelsAdded += context.Storage.AddLabel(node, label) ? 1 : 0;
        }
    }

    public void RemoveLabels(long node, IReadOnlyList<TokenSource> labels)
    {
        context.Transaction.RequireNode(node);
        foreach (var source in labels)
        {
            var names = source.Name is { } name ? [name.Name] : DynamicNames.Read(context, source.Expression!) ?? [];
            foreach (var label in names)
            {
                context.Hits++;
                var id = context.Storage.Tokens.Labels.Find(label);
                context.Updates.LabelsRemoved += id >= 0 && context.Storage.RemoveLabel(node, id) ? 1 : 0;
            }
        }
    }

    public void Delete(Value target, bool isDetach)
    {
        switch (target.Kind)
        {
            case ValueKind.Null:
                break;
            case ValueKind.Node:
                DeleteNode(target.EntityId, isDetach);
                break;
            case ValueKind.Relationship:
                DeleteRelationship(target.EntityId);
                break;
            case ValueKind.Path:
                foreach (var element in target.Items.OrderBy(static element => element.Kind == ValueKind.Node))
                {
                    Delete(element, isDetach);
                }

                break;
            default:
                throw ValueErrors.Type($"Expected to delete a Node, Relationship or Path, but got {ValueErrors.NameOf(target.Kind)}");
        }
    }

    private void DeleteNode(long node, bool isDetach)
    {
        if (!context.Storage.NodeExists(node))
        {
            return;
        }

        if (isDetach)
        {
            var relationships = new List<long>();
            var cursor = context.Storage.Expand(node, Storage.Direction.Both, []);
            while (cursor.MoveNext())
            {
                relationships.Add(cursor.Relationship);
            }

            relationships.ForEach(DeleteRelationship);
        }

        context.Hits++;
        context.Transaction.DeleteNode(node);
        context.Updates.NodesDeleted++;
    }

    private void DeleteRelationship(long relationship)
    {
        if (context.Storage.RelationshipExists(relationship))
        {
            context.Hits++;
            context.Transaction.DeleteRelationship(relationship);
            context.Updates.RelationshipsDeleted++;
        }
    }

    private long RequireNode(RelationshipCreation creation, Symbol symbol)
    {
        var node = context.Get(symbol);
        if (node.Kind == ValueKind.Node)
        {
            context.Transaction.RequireNode(node.EntityId);
            return node.EntityId;
        }

        throw node.IsNull
            ? new CypherException(
                ValueErrors.ArgumentErrorCode,
                $"Failed to create relationship `{(creation.Symbol.IsHidden ? "" : creation.Symbol.Name)}`, node `{symbol.Name}` is missing. "
                + "MATCH it, or leave out rows where it is null.")
            : ValueErrors.Type($"Expected to find a node at '{symbol.Name}' but found {node} instead");
    }

    private int TypeOf(TokenSource source)
    {
        if (source.Name is { } name)
        {
            return name.GetOrCreate();
        }

        var names = DynamicNames.Read(context, source.Expression!);
        return names is [var only]
            ? context.Storage.Tokens.Types.GetOrCreate(only)
            : throw ValueErrors.Type("Exactly one relationship type must be given for a new relationship");
    }

    private void ReadLabels(IReadOnlyList<TokenSource> labels, List<int> into)
    {
        into.Clear();
        foreach (var source in labels)
        {
            if (source.Name is { } name)
            {
                Include(into, name.GetOrCreate());
                continue;
            }

            foreach (var dynamic in DynamicNames.Read(context, source.Expression!) ?? throw ValueErrors.Type("A label must not be null"))
            {
                Include(into, context.Storage.Tokens.Labels.GetOrCreate(dynamic));
            }
        }
    }

    private static void Include(List<int> labels, int label)
    {
        if (!labels.Contains(label))
        {
            labels.Add(label);
        }
    }

    private void ReadProperties(Expression? properties)
    {
        if (properties is MapExpression literal)
        {
            // The values in turn, without making a map of them.
            var (keys, values) = (literal.KeyIds(context), literal.Children);
            _properties.Clear();
            for (var i = 0; i < values.Count; i++)
            {
                AddProperty(keys[i], values[i].Evaluate(context));
            }

            return;
        }

        var map = properties?.Evaluate(context) ?? Value.Null;
        _properties.Clear();
        if (map.IsNull)
        {
            return;
        }

        if (map.Kind is not (ValueKind.Map or ValueKind.Node or ValueKind.Relationship))
        {
            throw ValueErrors.Mismatch("Map", map);
        }

        foreach (var (key, value) in context.PropertiesOf(map))
        {
            AddProperty(context.Storage.Tokens.Keys.GetOrCreate(key), value);
        }
    }

    private void AddProperty(int key, Value value)
    {
        if (!value.IsNull)
        {
            _properties.Add(new(key, PropertyValues.Storable(value)));
        }
    }
}
