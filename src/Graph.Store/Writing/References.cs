using System.Collections.Immutable;

namespace Graph.Store.Writing;

/// <summary>Puts resolved ids in the place of an article's own.</summary>
internal static class References
{
    /// <summary>The id that <paramref name="id"/> is resolved to; itself where it is no id of an entity.</summary>
    public static string Resolve(string id, IReadOnlyDictionary<string, string> resolved) => resolved.GetValueOrDefault(id, id);

    /// <summary>A property value with every id in it resolved.</summary>
    public static object Resolve(object value, IReadOnlyDictionary<string, string> resolved) => value switch
    {
        string text => Resolve(text, resolved),
        IEnumerable<object?> list => list.Select(item => item is string text ? Resolve(text, resolved) : item).ToImmutableArray(),
        _ => value,
    };
}
