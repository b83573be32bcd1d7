using Graph.Embedded.Values;

namespace Graph.Embedded.Functions;

/// <summary>Names of types as <c>valueType()</c> gives them: <c>LIST&lt;INTEGER NOT NULL> NOT NULL</c>.</summary>
internal static class ValueTypeName
{
    private static readonly string[] Order =
    [
        "NOTHING", "NULL", "BOOLEAN", "STRING", "INTEGER", "FLOAT", "DATE", "LOCAL TIME", "ZONED TIME", "LOCAL DATETIME",
        "ZONED DATETIME", "DURATION", "POINT", "NODE", "RELATIONSHIP", "MAP", "LIST", "PATH", "BYTES",
    ];

    public static string Of(Value value) => value.IsNull ? "NULL" : $"{Bare(value)} NOT NULL";

    private static string Bare(Value value) => value.Kind switch
    {
        ValueKind.LocalTime => "LOCAL TIME",
        ValueKind.Time => "ZONED TIME",
        ValueKind.LocalDateTime => "LOCAL DATETIME",
        ValueKind.DateTime => "ZONED DATETIME",
        ValueKind.List => $"LIST<{Items(value.Items)}>",
        _ => value.Kind.ToString().ToUpperInvariant(),
    };

    private static string Items(Value[] items)
    {
        if (items.Length == 0)
        {
            return "NOTHING";
        }

        var hasNull = Array.Exists(items, static item => item.IsNull);
        var types = items.Where(static item => !item.IsNull).Select(Bare).Distinct()
            .OrderBy(RankOf).ThenBy(static name => name, StringComparer.Ordinal).ToArray();
        var suffix = hasNull ? "" : " NOT NULL";
        return types.Length == 0 ? "NULL" : string.Join(" | ", types.Select(type => type + suffix));
    }

    private static int RankOf(string type) =>
        Array.IndexOf(Order, type.StartsWith("LIST<", StringComparison.Ordinal) ? "LIST" : type);
}
