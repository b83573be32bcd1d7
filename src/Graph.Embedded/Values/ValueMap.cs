using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Graph.Embedded.Values;

/// <summary>An immutable map from keys to values; keys keep the order they were given in.</summary>
public sealed class ValueMap : IReadOnlyDictionary<string, Value>
{
    /// <summary>Up to this many keys a linear search is quicker than hashing.</summary>
    private const int LinearLimit = 8;

    public static readonly ValueMap Empty = new([], []);

    private readonly string[] _keys;
    private readonly Value[] _values;
    private readonly Dictionary<string, int>? _index;

    /// <summary>Takes the arrays over; keys must be distinct.</summary>
    internal ValueMap(string[] keys, Value[] values)
    {
        _keys = keys;
        _values = values;
        if (keys.Length > LinearLimit)
        {
            _index = new Dictionary<string, int>(keys.Length, StringComparer.Ordinal);
            for (var i = 0; i < keys.Length; i++)
            {
                _index[keys[i]] = i;
            }
        }
    }

    /// <summary>A copy of the entries; of equal keys the last counts.</summary>
    public static ValueMap Of(IEnumerable<KeyValuePair<string, Value>> entries)
    {
        var builder = new ValueMapBuilder();
        foreach (var (key, value) in entries)
        {
            builder.Set(key, value);
        }

        return builder.ToMap();
    }

    public int Count => _keys.Length;

    public IEnumerable<string> Keys => _keys;

    public IEnumerable<Value> Values => _values;

    internal ReadOnlySpan<string> KeySpan => _keys;

    internal ReadOnlySpan<Value> ValueSpan => _values;

    public Value this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The map has no key '{key}'.");

    /// <summary>The key's value; null value where absent.</summary>
    public Value Get(string key) => TryGetValue(key, out var value) ? value : default;

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Value value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? _values[index] : default;
        return index >= 0;
    }

    private int IndexOf(string key)
    {
        if (_index is not null)
        {
            return _index.GetValueOrDefault(key, -1);
        }

        for (var i = 0; i < _keys.Length; i++)
        {
            if (string.Equals(_keys[i], key))
            {
                return i;
            }
        }

        return -1;
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator()
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            yield return new KeyValuePair<string, Value>(_keys[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Collects a <see cref="ValueMap"/>'s entries.</summary>
public sealed class ValueMapBuilder
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly List<Value> _values = [];

    /// <summary>Adds an entry, or replaces the value of a key that is there.</summary>
    public void Set(string key, Value value)
    {
        if (_index.TryGetValue(key, out var at))
        {
            _values[at] = value;
            return;
        }

        _index[key] = _keys.Count;
        _keys.Add(key);
        _values.Add(value);
    }

    public ValueMap ToMap() => _keys.Count == 0 ? ValueMap.Empty : new ValueMap([.. _keys], [.. _values]);
}
