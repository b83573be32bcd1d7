using System.Collections.Immutable;

namespace Graph.Worker.Api;

/// <summary>One row of a result by column name.</summary>
internal sealed class Row(ImmutableArray<string> columns, ImmutableArray<object?> values)
{
    public object? this[string column] => values[columns.IndexOf(column)];

    public string Text(string column) => (string)this[column]!;

    public string? TextOrNull(string column) => this[column] as string;

    public long Number(string column) => (long)this[column]!;

    public IReadOnlyList<string> Texts(string column) =>
        this[column] is IEnumerable<object?> list ? [.. list.OfType<string>()] : [];

    /// <summary>The properties of a node or relationship that was returned as a map; without those named.</summary>
    public IReadOnlyDictionary<string, CypherValue> Properties(string column, params ReadOnlySpan<string> without)
    {
        var left = new SortedDictionary<string, CypherValue>(StringComparer.Ordinal);
        foreach (var (name, value) in (IReadOnlyDictionary<string, object?>)this[column]!)
        {
            if (!without.Contains(name))
            {
                left[name] = new CypherValue(value);
            }
        }

        return left;
    }
}
