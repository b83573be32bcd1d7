using System.Collections.Concurrent;

namespace Graph.Embedded.Storage;

/// <summary>Interned names of labels, relationship types and property keys. Ids are dense from 0 and never change.</summary>
public sealed class TokenTables
{
    public TokenTable Labels { get; } = new();

    public TokenTable Types { get; } = new();

    public TokenTable Keys { get; } = new();
}

/// <summary>Names to ids and back; safe for use from several threads.</summary>
public sealed class TokenTable
{
    private readonly ConcurrentDictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Lock _growth = new();
    private volatile string[] _names = [];

    public int Count => _names.Length;

    /// <summary>The id of a known name; -1 for an unknown one.</summary>
    public int Find(string name) => _ids.TryGetValue(name, out var id) ? id : -1;

    public int GetOrCreate(string name)
    {
        if (_ids.TryGetValue(name, out var known))
        {
            return known;
        }

        lock (_growth)
        {
            if (_ids.TryGetValue(name, out known))
            {
                return known;
            }

            var id = _names.Length;
            _names = [.. _names, name];
            _ids[name] = id;
            return id;
        }
    }

    public string NameOf(int id) => _names[id];
}
