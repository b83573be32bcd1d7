using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Graph.Embedded.Values;

/// <summary>A Cypher map: shown in the order of insertion, equal by content.</summary>
/// <remarks>Immutable. Small maps are searched in order; larger ones have a table.</remarks>
public sealed class MapValue : IReadOnlyDictionary<string, Value>
{
    private const int LinearLimit = 8;
    private readonly string[] _keys;
    private readonly Value[] _values;
    private readonly Dictionary<string, int>? _positions;

    /// <summary>Takes over the arrays, which must be equally long; no key may come twice.</summary>
    public MapValue(string[] keys, Value[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, keys.Length);
        _keys = keys;
        _values = values;
        if (keys.Length > LinearLimit)
        {
            _positions = new Dictionary<string, int>(keys.Length, StringComparer.Ordinal);
            for (var i = 0; i < keys.Length; i++)
            {
                _positions.Add(keys[i], i);
            }
        }
    }

    public static MapValue Empty { get; } = new([], []);

    public int Count => _keys.Length;

    public IReadOnlyList<string> Keys => _keys;

    public IReadOnlyList<Value> Values => _values;

    IEnumerable<string> IReadOnlyDictionary<string, Value>.Keys => _keys;

    IEnumerable<Value> IReadOnlyDictionary<string, Value>.Values => _values;

    /// <summary>The value of a key; a missing key is a <see cref="KeyNotFoundException"/>.</summary>
    public Value this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The map has no key '{key}'.");

    /// <summary>A map of the entries; of a key that comes twice, the last value counts, in the place of the first.</summary>
    public static MapValue From(IEnumerable<KeyValuePair<string, Value>> entries)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new List<string>();
        var values = new List<Value>();
        foreach (var (key, value) in entries)
        {
            if (positions.TryAdd(key, keys.Count))
            {
                keys.Add(key);
                values.Add(value);
            }
            else
            {
                values[positions[key]] = value;
            }
        }

        return keys.Count == 0 ? Empty : new MapValue([.. keys], [.. values]);
    }

    /// <summary>The value of a key; null value where there is none.</summary>
    public Value Find(string key) => TryGetValue(key, out var value) ? value : Value.Null;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Value value)
    {
        var position = PositionOf(key);
        value = position < 0 ? default : _values[position];
        return position >= 0;
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator()
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            yield return new(_keys[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PositionOf(string key)
    {
        if (_positions is not null)
        {
            return _positions.TryGetValue(key, out var position) ? position : -1;
        }

        for (var i = 0; i < _keys.Length; i++)
        {
            if (string.Equals(_keys[i], key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
