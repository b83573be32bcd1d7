using System.Collections.Immutable;

namespace Graph.Store.Writing;

/// <summary>A row of a result by column name.</summary>
internal sealed class ResultRow(IReadOnlyDictionary<string, int> columns, ImmutableArray<object?> values)
{
    public string Text(string column) => (string)values[columns[column]]!;

    public string? TextOrNull(string column) => values[columns[column]] as string;

    public long Number(string column) => (long)values[columns[column]]!;

    public double Fraction(string column) => Convert.ToDouble(values[columns[column]]);

    public ImmutableSortedDictionary<string, object?> Properties(string column) => (values[columns[column]] as IReadOnlyDictionary<string, object?> ?? throw new InvalidCastException(column))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    public ImmutableArray<string> Texts(string column) =>
        values[columns[column]] is IEnumerable<object?> list ? [.. list.Cast<string>()] : [];
}
