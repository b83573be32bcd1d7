using System.Collections.Immutable;
using Graph.Store.Port;
using Graph.Store.Provenance;

namespace Graph.Store.Writing;

/// <summary>
/// Adds a new article's records to an entity without reading those of all articles before: states and well-known people are
/// in most of them. The result is that of <see cref="EntityView.Of"/> over all records, or none where that cannot be told.
/// </summary>
internal static class EntityAddition
{
    private static readonly string[] Ordered = [EntityView.Date, EntityView.DatePrecision, EntityView.Status, EntityView.StatusAsOf];

    /// <summary>The entity with the records added; null where they must be put in order with the others first.</summary>
    /// <param name="stored">The entity as it is in the graph.</param>
    /// <param name="records">Records of one article that is new in the graph.</param>
    /// <param name="resolved">For a record's references, what they are resolved to.</param>
    public static EntityView? TryAdd(
        EntityView stored, IReadOnlyList<EntityRecord> records, Func<EntityRecord, IReadOnlyDictionary<string, string>> resolved)
    {
        var properties = stored.Properties.ToBuilder();
        foreach (var record in records.OrderBy(record => record.LocalId, StringComparer.Ordinal))
        {
            if (!TryAdd(properties, stored, record, resolved(record)))
            {
                return null;
            }
        }

        var date = records[0].DocDate;
        properties["aliases"] = Union(stored.Properties.GetValueOrDefault("aliases"), records);
        properties["articleCount"] = (long)stored.Properties["articleCount"]! + 1;
        properties["mentionCount"] = (long)stored.Properties["mentionCount"]! + records.Sum(record => record.MentionCount);
        properties["firstReported"] = Earlier(stored.Properties.GetValueOrDefault("firstReported") as string, date);
        properties["lastReported"] = Later(stored.Properties.GetValueOrDefault("lastReported") as string, date);
        return stored with
        {
            Labels = [.. stored.Labels.Concat(records.SelectMany(record => record.Claim.Labels)).ToImmutableSortedSet(StringComparer.Ordinal)],
            Properties = properties.ToImmutable(),
        };
    }

    /// <summary>Takes over the record's own properties. A value that differs from the stored one needs its place in time: it wins where the article is newer than all others.</summary>
    private static bool TryAdd(
        ImmutableSortedDictionary<string, object?>.Builder properties, EntityView stored, EntityRecord record, IReadOnlyDictionary<string, string> resolved)
    {
        // One more article for the most frequent name leaves it the most frequent; one for another name may not.
        var isOtherName = record.LocalId == stored.Id && record.Claim.Name != (string)stored.Properties["name"]!;
        if (isOtherName || Ordered.Any(name => stored.Properties.ContainsKey(name) || record.Claim.Properties.ContainsKey(name)))
        {
            return false;
        }

        var isNewest = string.CompareOrdinal(record.DocDate ?? "", stored.Properties.GetValueOrDefault("lastReported") as string ?? "") > 0;
        foreach (var (name, value) in record.Claim.Properties)
        {
            var taken = References.Resolve(value, resolved);
            if (!isNewest && properties.TryGetValue(name, out var known) && ValueText.Of(known) != ValueText.Of(taken))
            {
                return false;
            }

            properties[name] = taken;
        }

        return true;
    }

    private static ImmutableArray<string>? Union(object? stored, IReadOnlyList<EntityRecord> records)
    {
        var aliases = (stored as IEnumerable<object?> ?? []).Cast<string>().Concat(records.SelectMany(record => record.Claim.Aliases))
            .ToImmutableSortedSet(StringComparer.Ordinal);
        return aliases.IsEmpty ? null : [.. aliases];
    }

    private static string? Earlier(string? one, string? other) => one is null || other is null ? one ?? other : string.CompareOrdinal(one, other) < 0 ? one : other;

    private static string? Later(string? one, string? other) => one is null || other is null ? one ?? other : string.CompareOrdinal(one, other) > 0 ? one : other;
}
