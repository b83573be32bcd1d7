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
            .Order(Comparer<string>.Create(static (left, right) => Compare(left, right))).ToArray();
        var suffix = hasNull ? "" : " NOT NULL";
        return types.Length == 0 ? "NULL" : string.Join(" | ", types.Select(type => type + suffix));
    }

    /// <summary>By the order of types; lists by the order of what they hold.</summary>
    private static int Compare(string left, string right)
    {
        const string List = "LIST<";
        while (left.StartsWith(List, StringComparison.Ordinal) && right.StartsWith(List, StringComparison.Ordinal))
        {
            (left, right) = (left[List.Length..], right[List.Length..]);
        }

        var byRank = RankOf(left).CompareTo(RankOf(right));
        return byRank != 0 ? byRank : string.CompareOrdinal(left, right);
    }

    private static int RankOf(string type) => type.StartsWith("LIST<", StringComparison.Ordinal)
        ? Array.IndexOf(Order, "LIST")
        : Array.FindLastIndex(Order, name => type.StartsWith(name, StringComparison.Ordinal));
}
