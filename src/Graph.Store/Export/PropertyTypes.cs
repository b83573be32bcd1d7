namespace Graph.Store.Export;

/// <summary>The one type of each property name over many elements, for formats with typed columns.</summary>
internal static class PropertyTypes
{
    /// <summary>Type of each property, ordinally by name: <c>boolean</c>, <c>long</c>, <c>double</c>, <c>string</c>, or one of them with <c>[]</c>. What is of several types is text.</summary>
    public static SortedDictionary<string, string> Of(IEnumerable<IReadOnlyDictionary<string, object?>> elements)
    {
        var types = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in elements.SelectMany(element => element).Where(property => property.Value is not null))
        {
            var type = Of(value!);
            types[name] = !types.TryGetValue(name, out var known) || known == type || IsEmptyList(known) ? type
                : IsEmptyList(type) ? known
                : known.EndsWith("[]", StringComparison.Ordinal) && type.EndsWith("[]", StringComparison.Ordinal) ? "string[]" : "string";
        }

        foreach (var name in types.Where(type => IsEmptyList(type.Value)).Select(type => type.Key).ToList())
        {
            types[name] = "string[]";
        }

        return types;
    }

    private static bool IsEmptyList(string type) => type == "[]";

    private static string Of(object value) => value switch
    {
        bool => "boolean",
        long => "long",
        double => "double",
        IEnumerable<object?> list => list.Select(item => Of(item!)).Distinct(StringComparer.Ordinal).ToList() switch
        {
            [] => "[]",
            [var single] => single + "[]",
            _ => "string[]",
        },
        _ => "string",
    };
}
