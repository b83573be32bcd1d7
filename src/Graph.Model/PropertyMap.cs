using System.Collections.Immutable;

namespace Graph.Model;

/// <summary>Ordinally sorted properties, so that equal graphs are equal bytes.</summary>
public static class PropertyMap
{
    /// <summary>No properties; the comparer is ordinal.</summary>
    public static readonly ImmutableSortedDictionary<string, object> Empty =
        ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal);
}
