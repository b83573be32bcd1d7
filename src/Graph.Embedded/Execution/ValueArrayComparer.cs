using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>Takes arrays of equivalent values for equal, as grouping and DISTINCT do.</summary>
internal sealed class ValueArrayComparer : IEqualityComparer<Value[]>
{
    public static ValueArrayComparer Instance { get; } = new();

    public bool Equals(Value[]? x, Value[]? y) =>
        x.AsSpan().SequenceEqual(y) && (x is null || !Array.Exists(x, ValueEquality.HoldsNaN));

    public int GetHashCode(Value[] obj)
    {
        var hash = new HashCode();
        foreach (var value in obj)
        {
            hash.Add(ValueEquality.Hash(value));
        }

        return hash.ToHashCode();
    }
}
