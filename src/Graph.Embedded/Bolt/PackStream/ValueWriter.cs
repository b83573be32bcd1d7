using Graph.Embedded.Values;
using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Bolt.PackStream;

/// <summary>Writes values that a client receives, entities as the engine hydrated them.</summary>
internal sealed class ValueWriter(PackStreamWriter writer, StructureForm form)
{
    public void Write(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                writer.WriteNull();
                break;
            case ValueKind.Boolean:
                writer.WriteBoolean(value.AsBoolean);
                break;
            case ValueKind.Integer:
                writer.WriteInteger(value.AsInteger);
                break;
            case ValueKind.Float:
                writer.WriteFloat(value.AsFloat);
                break;
            case ValueKind.String:
                writer.WriteString(value.AsString);
                break;
            case ValueKind.Bytes:
                writer.WriteBytes(value.AsBytes.Span);
                break;
            case ValueKind.List:
                WriteList(value.Items);
                break;
            case ValueKind.Map:
                WriteMap(value.AsMap);
                break;
            case ValueKind.Node:
                WriteNode(value);
                break;
            case ValueKind.Relationship:
                WriteRelationship(value);
                break;
            case ValueKind.Path:
                WritePath(value.PathElements);
                break;
            case ValueKind.Duration:
                WriteDuration(value.AsDuration);
                break;
            case ValueKind.Point:
                WritePoint(value.AsPoint);
                break;
            default:
                WriteTemporal(value);
                break;
        }
    }

    public void WriteMap(MapValue map)
    {
        writer.WriteMapHeader(map.Count);
        for (var i = 0; i < map.Count; i++)
        {
            writer.WriteString(map.Keys[i]);
            Write(map.Values[i]);
        }
    }

    private void WriteList(ReadOnlySpan<Value> items)
    {
        writer.WriteListHeader(items.Length);
        foreach (var item in items)
        {
            Write(item);
        }
    }

    private void WriteNode(Value node)
    {
        var data = node.NodeData ?? new NodeData(node.EntityId, [], MapValue.Empty);
        writer.WriteStructureHeader(form.HasElementIds ? 4 : 3, StructureTag.Node);
        writer.WriteInteger(data.Id);
        writer.WriteListHeader(data.Labels.Count);
        foreach (var label in data.Labels)
        {
            writer.WriteString(label);
        }

        WriteMap(data.Properties);
        if (form.HasElementIds)
        {
            writer.WriteString(ElementIds.OfNode(data.Id));
        }
    }

    private void WriteRelationship(Value relationship)
    {
        var data = DataOf(relationship);
        writer.WriteStructureHeader(form.HasElementIds ? 8 : 5, StructureTag.Relationship);
        writer.WriteInteger(data.Id);
        writer.WriteInteger(data.Start);
        writer.WriteInteger(data.End);
        writer.WriteString(data.Type);
        WriteMap(data.Properties);
        if (form.HasElementIds)
        {
            writer.WriteString(ElementIds.OfRelationship(data.Id));
            writer.WriteString(ElementIds.OfNode(data.Start));
            writer.WriteString(ElementIds.OfNode(data.End));
        }
    }

    private void WriteUnboundRelationship(RelationshipData data)
    {
        writer.WriteStructureHeader(form.HasElementIds ? 4 : 3, StructureTag.UnboundRelationship);
        writer.WriteInteger(data.Id);
        writer.WriteString(data.Type);
        WriteMap(data.Properties);
        if (form.HasElementIds)
        {
            writer.WriteString(ElementIds.OfRelationship(data.Id));
        }
    }

    /// <summary>The distinct nodes, the distinct relationships, and the walk over both by their places in these lists.</summary>
    /// <remarks>A step is the relationship's place, from 1, negative where it is walked against its direction, then the node's, from 0.</remarks>
    private void WritePath(IReadOnlyList<Value> elements)
    {
        var nodes = new List<Value>();
        var relationships = new List<Value>();
        var nodePlaces = new Dictionary<long, int>();
        var relationshipPlaces = new Dictionary<long, int>();
        var walk = new List<long>(elements.Count - 1);
        for (var i = 0; i < elements.Count; i++)
        {
            if (i % 2 == 0)
            {
                var place = PlaceOf(elements[i], nodes, nodePlaces);
                if (i > 0)
                {
                    walk.Add(place);
                }
            }
            else
            {
                var place = PlaceOf(elements[i], relationships, relationshipPlaces) + 1;
                walk.Add(DataOf(elements[i]).Start == elements[i - 1].EntityId ? place : -place);
            }
        }

        writer.WriteStructureHeader(3, StructureTag.Path);
        writer.WriteListHeader(nodes.Count);
        nodes.ForEach(WriteNode);
        writer.WriteListHeader(relationships.Count);
        relationships.ForEach(relationship => WriteUnboundRelationship(DataOf(relationship)));
        writer.WriteListHeader(walk.Count);
        walk.ForEach(writer.WriteInteger);
    }

    private static int PlaceOf(Value entity, List<Value> entities, Dictionary<long, int> places)
    {
        if (!places.TryGetValue(entity.EntityId, out var place))
        {
            place = entities.Count;
            entities.Add(entity);
            places.Add(entity.EntityId, place);
        }

        return place;
    }

    private static RelationshipData DataOf(Value relationship) =>
        relationship.RelationshipData ?? new RelationshipData(relationship.EntityId, "", -1, -1, MapValue.Empty);

    private void WriteDuration(DurationValue duration)
    {
        writer.WriteStructureHeader(4, StructureTag.Duration);
        writer.WriteInteger(duration.Months);
        writer.WriteInteger(duration.Days);
        writer.WriteInteger(duration.Seconds);
        writer.WriteInteger(duration.Nanos);
    }

    private void WritePoint(PointValue point)
    {
        writer.WriteStructureHeader(point.HasZ ? 4 : 3, point.HasZ ? StructureTag.Point3D : StructureTag.Point2D);
        writer.WriteInteger((int)point.System);
        writer.WriteFloat(point.X);
        writer.WriteFloat(point.Y);
        if (point.HasZ)
        {
            writer.WriteFloat(point.Z);
        }
    }

    private void WriteTemporal(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Date:
                writer.WriteStructureHeader(1, StructureTag.Date);
                writer.WriteInteger(value.EpochDay);
                break;
            case ValueKind.LocalTime:
                writer.WriteStructureHeader(1, StructureTag.LocalTime);
                writer.WriteInteger(value.NanosOfDay);
                break;
            case ValueKind.Time:
                writer.WriteStructureHeader(2, StructureTag.Time);
                writer.WriteInteger(value.NanosOfDay);
                writer.WriteInteger(value.OffsetSeconds);
                break;
            case ValueKind.LocalDateTime:
                writer.WriteStructureHeader(2, StructureTag.LocalDateTime);
                writer.WriteInteger(value.EpochSecond);
                writer.WriteInteger(value.NanosOfSecond);
                break;
            default:
                WriteDateTime(value);
                break;
        }
    }

    private void WriteDateTime(Value value)
    {
        var (byOffset, byName) = form.HasUtcDateTimes
            ? (StructureTag.DateTime, StructureTag.DateTimeZoneId)
            : (StructureTag.LegacyDateTime, StructureTag.LegacyDateTimeZoneId);
        var name = value.Zone.Name;
        writer.WriteStructureHeader(3, name is null ? byOffset : byName);
        writer.WriteInteger(form.HasUtcDateTimes ? value.EpochSecond : TemporalParts.LocalSecondOf(value));
        writer.WriteInteger(value.NanosOfSecond);
        if (name is null)
        {
            writer.WriteInteger(value.OffsetSeconds);
        }
        else
        {
            writer.WriteString(name);
        }
    }
}
