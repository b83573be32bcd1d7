using System.Globalization;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>Times as statements about the server give them.</summary>
internal static class ActivityText
{
    public static Value Time(DateTimeOffset time) =>
        Value.Of(time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));

    public static Value Duration(TimeSpan duration) =>
        Value.Of(new DurationValue(0, 0, (long)duration.TotalSeconds, duration.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick));
}
