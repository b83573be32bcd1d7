using NodaTime;

namespace Graph.Embedded.Values.Temporal;

/// <summary>The zone of a date-time: a fixed offset, or a named zone of the time zone database.</summary>
/// <remarks>
/// The database comes with the library: offsets of seconds (local mean time) survive, and machines without zone files work.
/// Years after 3000 behave as the year 400-year cycles before them, which has the same weekdays.
/// </remarks>
public sealed record Zone
{
    /// <summary>Offsets reach 18 hours either way.</summary>
    public const int MaxOffsetSeconds = 64_800;

    private const long SecondsPerCycle = CivilDate.DaysPerCycle * CivilDate.SecondsPerDay;

    // 1600-01-01 and 3000-01-01, well inside what the database covers.
    private const long FirstSecond = -11_676_096_000;
    private const long LastSecond = 32_503_680_000;

    private readonly DateTimeZone? _rules;
    private readonly int _offset;

    private Zone(string? name, DateTimeZone? rules, int offset) => (Name, _rules, _offset) = (name, rules, offset);

    public static Zone Utc { get; } = new(null, null, 0);

    /// <summary>Name of a named zone; null for a fixed offset.</summary>
    public string? Name { get; }

    public static Zone FixedOffset(int seconds) => seconds switch
    {
        0 => Utc,
        < -MaxOffsetSeconds or > MaxOffsetSeconds =>
            throw ValueErrors.Argument("Zone offset not in valid range: -18:00 to +18:00"),
        _ => new Zone(null, null, seconds),
    };

    /// <summary>The named zone; null where the database has none of that name.</summary>
    public static Zone? Named(string name)
    {
        var isOffset = name.StartsWith("UTC+", StringComparison.Ordinal) || name.StartsWith("UTC-", StringComparison.Ordinal);
        var rules = isOffset ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
        return rules is null ? null : new Zone(name, rules, 0);
    }

    public bool Equals(Zone? other) =>
        other is not null && _offset == other._offset && string.Equals(Name, other.Name, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(_offset, Name);

    /// <summary>Local time less UTC, in seconds, at an instant.</summary>
    public int OffsetAt(long epochSecond) =>
        _rules is null ? _offset : _rules.GetUtcOffset(Instant.FromUnixTimeSeconds(InRange(epochSecond))).Seconds;

    /// <summary>
    /// The instant of a local time. In a gap the time moves on by the gap's length; in an overlap the earlier offset
    /// counts, unless <paramref name="preferredOffset"/> is the later one.
    /// </summary>
    public long ToEpochSecond(long localSecond, int? preferredOffset = null)
    {
        if (_rules is null)
        {
            return localSecond - _offset;
        }

        var inRange = InRange(localSecond);
        var local = LocalDateTime.FromDateTime(DateTime.UnixEpoch).PlusSeconds(inRange);
        var mapping = _rules.MapLocal(local);
        var offset = mapping.Count == 2 && mapping.LateInterval.WallOffset.Seconds == preferredOffset
            ? mapping.LateInterval.WallOffset
            : mapping.EarlyInterval.WallOffset;
        return localSecond - offset.Seconds;
    }

    private static long InRange(long second)
    {
        if (second is >= FirstSecond and < LastSecond)
        {
            return second;
        }

        // Before zones there is local mean time only; after the database's end its last rules go on.
        return second < FirstSecond
            ? FirstSecond
            : LastSecond - SecondsPerCycle + CivilDate.FloorMod(second - LastSecond, SecondsPerCycle);
    }
}
