using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>Counts which properties, of which types, entities of the same shape have.</summary>
/// <typeparam name="T">What makes the shape.</typeparam>
internal sealed class ShapeCounter<T>
    where T : notnull
{
    private readonly Dictionary<T, Shape> _shapes = [];
    private readonly List<KeyValuePair<int, Value>> _scratch = [];

    public void Add(T shape, Action<List<KeyValuePair<int, Value>>> readProperties)
    {
        if (!_shapes.TryGetValue(shape, out var counted))
        {
            _shapes.Add(shape, counted = new Shape());
        }

        counted.Count++;
        _scratch.Clear();
        readProperties(_scratch);
        foreach (var (key, value) in _scratch)
        {
            if (!counted.Keys.TryGetValue(key, out var types))
            {
                counted.Keys.Add(key, types = new KeyTypes());
            }

            types.Count++;
            types.Names.Add(NameOf(value));
        }
    }

    /// <summary>A row for each shape and property; one without a property for a shape that has none.</summary>
    public IEnumerable<(T Shape, Value Name, Value Types, Value Mandatory)> Rows(StorageTransaction storage)
    {
        foreach (var (shape, counted) in _shapes)
        {
            if (counted.Keys.Count == 0)
            {
                yield return (shape, Value.Null, Value.Null, Value.False);
            }

            foreach (var (key, types) in counted.Keys)
            {
                yield return (
                    shape, Value.Of(storage.Tokens.Keys.NameOf(key)), Value.List(types.Names.Select(Value.Of)), Value.Of(types.Count == counted.Count));
            }
        }
    }

    private static string NameOf(Value value) => value.Kind switch
    {
        ValueKind.Integer => "Long",
        ValueKind.Float => "Double",
        ValueKind.Bytes => "ByteArray",
        ValueKind.List => value.Items.Length == 0 ? "StringArray" : $"{NameOf(value.Items[0])}Array",
        var kind => kind.ToString(),
    };

    private sealed class Shape
    {
        public long Count { get; set; }

        public Dictionary<int, KeyTypes> Keys { get; } = [];
    }

    private sealed class KeyTypes
    {
        public long Count { get; set; }

        public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);
    }
}
