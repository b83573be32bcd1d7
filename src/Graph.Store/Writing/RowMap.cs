using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Graph.Store.Writing;

/// <summary>Rows as maps: a record's properties under their camel-case names.</summary>
internal static class RowMap
{
    /// <summary>Names of the fields of a row, ordinally sorted.</summary>
    public static IReadOnlyList<string> FieldsOf(Type row) =>
        [.. Properties(row).Select(FieldName).Order(StringComparer.Ordinal)];

    /// <summary>Turns rows of one type into maps.</summary>
    public static Func<TRow, object?> Mapper<TRow>()
        where TRow : class
    {
        var properties = Properties(typeof(TRow)).Select(property => (Name: FieldName(property), Property: property)).ToImmutableArray();
        return row => properties.ToDictionary(field => field.Name, field => Value(field.Property.GetValue(row)), StringComparer.Ordinal);
    }

    private static PropertyInfo[] Properties(Type row) => row.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static string FieldName(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static object? Value(object? value) => value is ImmutableArray<string> texts ? (IReadOnlyList<object?>)texts : value;
}
