using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Values.Operators;

/// <summary>Subscripts, slices, property access on values, and IN.</summary>
public static class Collections
{
    /// <summary><c>item IN list</c>; null where only an unknown item could match.</summary>
    public static Value In(Value item, Value list)
    {
        if (list.IsNull)
        {
            return Value.Null;
        }

        if (list.Kind != ValueKind.List)
        {
            throw ValueErrors.Mismatch("List<T>", list);
        }

        var isUnknown = false;
        foreach (var candidate in list.Items)
        {
            var equal = ValueEquality.AreEqual(item, candidate);
            if (equal == true)
            {
                return Value.True;
            }

            isUnknown |= equal is null;
        }

        return isUnknown ? Value.Null : Value.False;
    }

    /// <summary><c>list[index]</c> (from the end when negative, null outside) or <c>map[key]</c>. Nodes and relationships are the caller's.</summary>
    public static Value Subscript(Value container, Value index)
    {
        if (container.IsNull || index.IsNull)
        {
            return Value.Null;
        }

        switch (container.Kind)
        {
            case ValueKind.List:
                return Item(container.Items, index);
            case ValueKind.Map:
                return index.Kind == ValueKind.String
                    ? container.AsMap.Find(index.AsString)
                    : throw ValueErrors.Type($"Type mismatch: map key must be given as String, but was {ValueErrors.NameOf(index.Kind)}");
            case >= ValueKind.Date and <= ValueKind.Point when index.Kind == ValueKind.String:
                return TemporalComponents.Read(container, index.AsString);
            default:
                throw ValueErrors.Mismatch("List<T>", container);
        }
    }

    /// <summary><c>list[from..to]</c>: the end is not in it, negative counts from the end, bounds are cut to the list.</summary>
    /// <param name="from">Null value where the bound is not written; see <paramref name="hasFrom"/>.</param>
    public static Value Slice(Value list, bool hasFrom, Value from, bool hasTo, Value to)
    {
        if (list.IsNull || (hasFrom && from.IsNull) || (hasTo && to.IsNull))
        {
            return Value.Null;
        }

        if (list.Kind != ValueKind.List)
        {
            throw ValueErrors.Mismatch("List<T>", list);
        }

        var items = list.Items;
        var start = hasFrom ? Bound(from, items.Length) : 0;
        var end = hasTo ? Bound(to, items.Length) : items.Length;
        return start >= end ? Value.List() : Value.List(items[start..end]);
    }

    /// <summary><c>value.name</c> on a map, temporal value, duration or point; nodes and relationships are the caller's.</summary>
    public static Value Property(Value value, string name) => value.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.Map => value.AsMap.Find(name),
        >= ValueKind.Date and <= ValueKind.Point => TemporalComponents.Read(value, name),
        _ => throw ValueErrors.Mismatch(
            "Map, Node, Relationship, Point, Duration, Date, Time, LocalTime, LocalDateTime or DateTime", value),
    };

    private static Value Item(Value[] items, Value index)
    {
        if (index.Kind != ValueKind.Integer)
        {
            throw ValueErrors.Type(
                $"Type mismatch: list index must be given as Integer, but was {ValueErrors.NameOf(index.Kind)}");
        }

        var position = index.AsInteger < 0 ? items.Length + index.AsInteger : index.AsInteger;
        return position >= 0 && position < items.Length ? items[position] : Value.Null;
    }

    private static int Bound(Value bound, int length)
    {
        if (bound.Kind != ValueKind.Integer)
        {
            throw ValueErrors.Mismatch("Integer", bound);
        }

        var position = bound.AsInteger < 0 ? length + bound.AsInteger : bound.AsInteger;
        return (int)Math.Clamp(position, 0, length);
    }
}
