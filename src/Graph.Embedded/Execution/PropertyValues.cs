using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>What may be stored as a property.</summary>
internal static class PropertyValues
{
    /// <summary>The value as it is stored: a list of integers and floats becomes one of floats.</summary>
    /// <exception cref="CypherException">It cannot be stored.</exception>
    public static Value Storable(Value value)
    {
        if (value.Kind != ValueKind.List)
        {
            return value.IsStorable ? value : throw NotStorable(value);
        }

        var items = value.Items;
        if (Array.Exists(items, static item => item.IsNull))
        {
            throw ValueErrors.Type("Collections containing null values can not be stored in properties.");
        }

        if (Array.Exists(items, static item => item.Kind == ValueKind.List))
        {
            throw ValueErrors.Type("Collections containing collections can not be stored in properties.");
        }

        if (!value.IsStorable)
        {
            throw Array.Find(items, static item => item.Kind is ValueKind.Map or ValueKind.Node or ValueKind.Relationship or ValueKind.Path) is var inner
                && !inner.IsNull
                ? NotStorable(inner)
                : ValueErrors.Type(
                    "Neo4j only supports a subset of Cypher types for storage as singleton or array properties. "
                    + "Please refer to section cypher/syntax/values of the manual for more details.");
        }

        var isMixed = Array.Exists(items, static item => item.Kind == ValueKind.Float) && Array.Exists(items, static item => item.Kind == ValueKind.Integer);
        return isMixed ? Value.List(Array.ConvertAll(items, static item => Value.Of(item.AsFloat))) : value;
    }

    private static CypherException NotStorable(Value value) =>
        ValueErrors.Type($"Property values can only be of primitive types or arrays thereof. Encountered: {value}.");
}
