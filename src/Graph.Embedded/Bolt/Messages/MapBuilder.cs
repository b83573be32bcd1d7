using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Messages;

/// <summary>Collects the entries of a message's metadata.</summary>
internal sealed class MapBuilder
{
    private readonly List<string> _keys = [];
    private readonly List<Value> _values = [];

    public MapBuilder Add(string key, Value value)
    {
        _keys.Add(key);
        _values.Add(value);
        return this;
    }

    public MapBuilder Add(string key, string value) => Add(key, Value.Of(value));

    public MapBuilder Add(string key, long value) => Add(key, Value.Of(value));

    public MapValue ToMap() => new([.. _keys], [.. _values]);
}
