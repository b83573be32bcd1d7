using System.Collections.Immutable;
using Graph.Store.Provenance;
using Graph.Store.Resolution;

namespace Graph.Store.Writing;

/// <summary>An entity's node: what all records resolved to it say together.</summary>
/// <param name="Id">Id of the entity.</param>
/// <param name="Labels">Every label, <c>Entity</c> among them, ordinally sorted.</param>
/// <param name="Properties">Every property, <c>id</c> among them.</param>
internal sealed record EntityView(string Id, ImmutableArray<string> Labels, ImmutableSortedDictionary<string, object?> Properties)
{
    internal const string Date = "date";
    internal const string DatePrecision = "datePrecision";
    internal const string Status = "status";
    internal const string StatusAsOf = "statusAsOf";

    /// <summary>A pure function of the set of records.</summary>
    /// <param name="id">Id of the entity.</param>
    /// <param name="records">Records resolved to it, at least one.</param>
    /// <param name="resolved">For a record's references, what they are resolved to.</param>
    public static EntityView Of(string id, IEnumerable<EntityRecord> records, Func<EntityRecord, IReadOnlyDictionary<string, string>> resolved)
    {
        // Oldest first, so that what the newest article says stands in the end; articles without a date count as oldest.
        var ordered = records.OrderBy(record => record.DocDate ?? "", StringComparer.Ordinal)
            .ThenBy(record => record.Article, StringComparer.Ordinal).ThenBy(record => record.LocalId, StringComparer.Ordinal).ToList();
        var properties = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var record in ordered)
        {
            foreach (var (key, value) in record.Claim.Properties)
            {
                properties[key] = References.Resolve(value, resolved(record));
            }
        }

        SetDate(properties, ordered);
        SetStatus(properties, ordered);
        var name = Name(id, ordered);
        var dates = ordered.Select(record => record.DocDate).OfType<string>().ToList();
        properties["id"] = id;
        properties["name"] = name;
        properties["normName"] = FoldedName.Of(name);
        properties["aliases"] = Aliases(ordered);
        properties["articleCount"] = (long)ordered.Select(record => record.Article).Distinct(StringComparer.Ordinal).Count();
        properties["mentionCount"] = ordered.Sum(record => record.MentionCount);
        properties["firstReported"] = dates.Count > 0 ? dates[0] : null;
        properties["lastReported"] = dates.Count > 0 ? dates[^1] : null;
        return new EntityView(
            id,
            [.. ordered.SelectMany(record => record.Claim.Labels).Append(Model.Labels.Entity).ToImmutableSortedSet(StringComparer.Ordinal)],
            properties.ToImmutable());
    }

    /// <summary>Null for none: not every form that the graph is exported in can tell an empty list from nothing.</summary>
    private static ImmutableArray<string>? Aliases(List<EntityRecord> records)
    {
        var aliases = records.SelectMany(record => record.Claim.Aliases).ToImmutableSortedSet(StringComparer.Ordinal);
        return aliases.IsEmpty ? null : [.. aliases];
    }

    /// <summary>The most frequent name of those articles whose own id names the entity, so that a surname never stands for the full name.</summary>
    private static string Name(string id, List<EntityRecord> records)
    {
        var own = records.Where(record => record.LocalId == id).ToList();
        return (own.Count > 0 ? own : records).GroupBy(record => record.Claim.Name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key.Length).ThenBy(group => group.Key, StringComparer.Ordinal)
            .First().Key;
    }

    /// <summary>The most precise date stands, of equally precise ones the newest article's.</summary>
    private static void SetDate(ImmutableSortedDictionary<string, object?>.Builder properties, List<EntityRecord> ordered)
    {
        var dated = ordered.Where(record => record.Claim.Text(Date) is not null).ToList();
        if (dated.Count > 0)
        {
            var precision = dated.Max(Precision);
            var best = dated.Last(record => Precision(record) == precision);
            properties[Date] = best.Claim.Text(Date);
            properties[DatePrecision] = best.Claim.Properties.GetValueOrDefault(DatePrecision);
        }
    }

    /// <summary>The fewer days a date covers, the greater.</summary>
    private static int Precision(EntityRecord record) =>
        EventPeriod.Parse(record.Claim.Text(Date)) is { } period ? period.Start.DayNumber - period.End.DayNumber : int.MinValue;

    /// <summary>A status only moves forward with the date of the article that tells it.</summary>
    private static void SetStatus(ImmutableSortedDictionary<string, object?>.Builder properties, List<EntityRecord> ordered)
    {
        if (ordered.FindLast(record => record.Claim.Text(Status) is not null) is { } latest)
        {
            properties[StatusAsOf] = latest.Claim.Text(StatusAsOf) ?? latest.DocDate;
        }
    }
}
