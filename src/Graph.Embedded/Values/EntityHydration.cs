using Graph.Embedded.Storage;

namespace Graph.Embedded.Values;

/// <summary>Reads labels, types and properties of the entities in a value, so that it can leave the transaction.</summary>
/// <remarks>Inside the engine entities are ids. An entity deleted in the transaction keeps its id and loses the rest.</remarks>
public sealed class EntityHydration(StorageTransaction transaction)
{
    private readonly List<KeyValuePair<int, Value>> _scratch = [];

    /// <summary>The value with every entity in it read, in lists, maps and paths too; the value itself where it holds none.</summary>
    public Value Hydrate(Value value) => value.Kind switch
    {
        ValueKind.Node => value.NodeData is null ? Value.Node(ReadNode(value.EntityId)) : value,
        ValueKind.Relationship =>
            value.RelationshipData is null ? Value.Relationship(ReadRelationship(value.EntityId)) : value,
        ValueKind.Path => Value.Path(Array.ConvertAll(value.Items, Hydrate)),
        ValueKind.List when HoldsEntity(value) => Value.List(Array.ConvertAll(value.Items, Hydrate)),
        ValueKind.Map when HoldsEntity(value) =>
            Value.Of(new MapValue([.. value.AsMap.Keys], [.. value.AsMap.Values.Select(Hydrate)])),
        _ => value,
    };

    private static bool HoldsEntity(Value value) => value.Kind switch
    {
        ValueKind.Node or ValueKind.Relationship or ValueKind.Path => true,
        ValueKind.List => Array.Exists(value.Items, HoldsEntity),
        ValueKind.Map => value.AsMap.Values.Any(HoldsEntity),
        _ => false,
    };

    private NodeData ReadNode(long id)
    {
        if (!transaction.NodeExists(id))
        {
            return new NodeData(id, [], MapValue.Empty);
        }

        var labels = transaction.LabelsOf(id);
        var names = new string[labels.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = transaction.Tokens.Labels.NameOf(labels[i]);
        }

        _scratch.Clear();
        transaction.NodeProperties(id, _scratch);
        return new NodeData(id, names, ToMap());
    }

    private RelationshipData ReadRelationship(long id)
    {
        if (!transaction.RelationshipExists(id))
        {
            return new RelationshipData(id, "", -1, -1, MapValue.Empty);
        }

        var record = transaction.Relationship(id);
        _scratch.Clear();
        transaction.RelationshipProperties(id, _scratch);
        return new RelationshipData(
            id, transaction.Tokens.Types.NameOf(record.Type), record.Start, record.End, ToMap());
    }

    private MapValue ToMap()
    {
        if (_scratch.Count == 0)
        {
            return MapValue.Empty;
        }

        var keys = new string[_scratch.Count];
        var values = new Value[_scratch.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = transaction.Tokens.Keys.NameOf(_scratch[i].Key);
            values[i] = _scratch[i].Value;
        }

        return new MapValue(keys, values);
    }
}
