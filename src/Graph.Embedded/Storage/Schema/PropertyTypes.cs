using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Schema;

/// <summary>The types that a property type constraint may name.</summary>
internal static class PropertyTypes
{
    /// <summary>Whether the value is of the type: a name, a list of a name, or several of these joined by bars.</summary>
    public static bool Matches(string type, Value value) =>
        type.Split('|', StringSplitOptions.TrimEntries).Any(single => MatchesOne(single, value));

    private static bool MatchesOne(string type, Value value)
    {
        const string list = "LIST<";
        if (type.StartsWith(list, StringComparison.OrdinalIgnoreCase) && type.EndsWith('>'))
        {
            var item = type[list.Length..^1].Replace("NOT NULL", "", StringComparison.OrdinalIgnoreCase).Trim();
            return value.Kind == ValueKind.List && value.AsList.All(each => MatchesOne(item, each));
        }

        return type.ToUpperInvariant() switch
        {
            "BOOLEAN" or "BOOL" => value.Kind == ValueKind.Boolean,
            "INTEGER" or "INT" or "SIGNED INTEGER" => value.Kind == ValueKind.Integer,
            "FLOAT" => value.Kind == ValueKind.Float,
            "STRING" or "VARCHAR" => value.Kind == ValueKind.String,
            "DATE" => value.Kind == ValueKind.Date,
            "LOCAL TIME" or "TIME WITHOUT TIME ZONE" => value.Kind == ValueKind.LocalTime,
            "ZONED TIME" or "TIME WITH TIME ZONE" => value.Kind == ValueKind.Time,
            "LOCAL DATETIME" or "TIMESTAMP WITHOUT TIME ZONE" => value.Kind == ValueKind.LocalDateTime,
            "ZONED DATETIME" or "TIMESTAMP WITH TIME ZONE" => value.Kind == ValueKind.DateTime,
            "DURATION" => value.Kind == ValueKind.Duration,
            "POINT" => value.Kind == ValueKind.Point,
            _ => false,
        };
    }
}
