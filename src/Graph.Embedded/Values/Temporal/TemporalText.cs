using System.Globalization;
using System.Text;

namespace Graph.Embedded.Values.Temporal;

/// <summary>ISO 8601 text of temporal values.</summary>
internal static class TemporalText
{
    public static string Write(Value value)
    {
        var builder = new StringBuilder();
        switch (value.Kind)
        {
            case ValueKind.Date:
                AppendDate(builder, value.Bits);
                break;
            case ValueKind.LocalTime:
                AppendTime(builder, value.Bits);
                break;
            case ValueKind.Time:
                AppendTime(builder, value.Bits);
                builder.Append(Offset(value.Extra));
                break;
            case ValueKind.LocalDateTime:
                AppendDateTime(builder, value.Bits, value.Extra);
                break;
            default:
                AppendDateTime(builder, value.Bits + value.OffsetSeconds, value.Extra);
                builder.Append(Offset(value.OffsetSeconds));
                builder.Append(value.Zone.Name is { } name ? $"[{name}]" : "");
                break;
        }

        return builder.ToString();
    }

    /// <summary><c>Z</c>, <c>+01:00</c> or <c>+00:53:28</c>.</summary>
    public static string Offset(int seconds)
    {
        if (seconds == 0)
        {
            return "Z";
        }

        var magnitude = Math.Abs(seconds);
        var rest = magnitude % 60;
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{(seconds < 0 ? '-' : '+')}{magnitude / 3600:00}:{magnitude / 60 % 60:00}");
        return rest == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{rest:00}");
    }

    private static void AppendDateTime(StringBuilder builder, long localSecond, int nanos)
    {
        var day = CivilDate.FloorDiv(localSecond, CivilDate.SecondsPerDay);
        AppendDate(builder, day);
        builder.Append('T');
        AppendTime(builder, ((localSecond - (day * CivilDate.SecondsPerDay)) * CivilDate.NanosPerSecond) + nanos);
    }

    private static void AppendDate(StringBuilder builder, long epochDay)
    {
        var date = CivilDate.FromEpochDay(epochDay);
        builder.Append(date.Year < 0 ? "-" : date.Year > 9999 ? "+" : "");
        builder.Append(CultureInfo.InvariantCulture, $"{Math.Abs(date.Year):0000}-{date.Month:00}-{date.Day:00}");
    }

    private static void AppendTime(StringBuilder builder, long nanosOfDay)
    {
        var seconds = nanosOfDay / CivilDate.NanosPerSecond;
        builder.Append(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        var nanos = nanosOfDay % CivilDate.NanosPerSecond;
        if (nanos != 0)
        {
            builder.Append('.').Append(nanos.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0'));
        }
    }
}
