using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Graph.Embedded.Values.Temporal;

/// <summary>ISO 8601 text of durations: <c>P1Y2M3DT4H5M6.5S</c>, each part with its own sign.</summary>
internal static partial class DurationText
{
    public static string Write(DurationValue duration)
    {
        var builder = new StringBuilder("P");
        AppendPart(builder, duration.Months / 12, 'Y');
        AppendPart(builder, duration.Months % 12, 'M');
        AppendPart(builder, duration.Days, 'D');
        if (duration.Seconds != 0 || duration.Nanos != 0)
        {
            builder.Append('T');
            AppendTime(builder, duration);
        }

        return builder.Length == 1 ? "PT0S" : builder.ToString();
    }

    /// <summary>Reads the form with units, or the form of a date and time (<c>P2012-02-02T14:37:21</c>).</summary>
    /// <exception cref="CypherException">The text is neither.</exception>
    public static DurationValue Parse(string text)
    {
        var units = Units().Match(text);
        if (units.Success && text[^1] is not ('P' or 'T'))
        {
            var sign = units.Groups["sign"].Value == "-" ? -1 : 1;
            var months = (Number(units, "y") * 12) + Number(units, "mo");
            var days = (Number(units, "w") * 7) + Number(units, "d");
            return Combine(sign, months, days, units);
        }

        var calendar = Calendar().Match(text);
        if (!calendar.Success)
        {
            throw ValueErrors.Unparsable(text, "Duration");
        }

        return Combine(
            calendar.Groups["sign"].Value == "-" ? -1 : 1, (Number(calendar, "y") * 12) + Number(calendar, "mo"),
            Number(calendar, "d"), calendar);
    }

    // Decimal keeps what binary floats lose in nine places: 0.1 seconds stay 100 ms.
    private static DurationValue Combine(int sign, decimal months, decimal days, Match match)
    {
        var seconds = (Number(match, "h") * 3600) + (Number(match, "mi") * 60) + Number(match, "s");
        return FromParts(sign * months, sign * days, sign * seconds);
    }

    /// <summary>A duration of decimal parts: fractions of months become days, of days seconds.</summary>
    public static DurationValue FromParts(decimal months, decimal days, decimal seconds)
    {
        try
        {
            var wholeMonths = decimal.Truncate(months);
            var monthRest = (months - wholeMonths) * DurationValue.SecondsPerMonth;
            var daysOfMonth = decimal.Truncate(monthRest / CivilDate.SecondsPerDay);
            var allDays = days + daysOfMonth;
            var wholeDays = decimal.Truncate(allDays);
            var allSeconds = seconds + (monthRest - (daysOfMonth * CivilDate.SecondsPerDay))
                + ((allDays - wholeDays) * CivilDate.SecondsPerDay);
            var wholeSeconds = decimal.Truncate(allSeconds);
            var nanos = decimal.Truncate((allSeconds - wholeSeconds) * CivilDate.NanosPerSecond);
            return new DurationValue((long)wholeMonths, (long)wholeDays, (long)wholeSeconds, (long)nanos);
        }
        catch (OverflowException)
        {
            throw ValueErrors.LongOverflow();
        }
    }

    private static decimal Number(Match match, string group)
    {
        var text = match.Groups[group].Value.Replace(',', '.');
        if (text.Length == 0)
        {
            return 0;
        }

        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw ValueErrors.LongOverflow();
    }

    private static void AppendPart(StringBuilder builder, long amount, char unit)
    {
        if (amount != 0)
        {
            builder.Append(CultureInfo.InvariantCulture, $"{amount}{unit}");
        }
    }

    // The parts of the time share one sign, so a negative time counts its nanoseconds down from the next second.
    private static void AppendTime(StringBuilder builder, DurationValue duration)
    {
        var isNegative = duration.Seconds < 0;
        var seconds = isNegative && duration.Nanos > 0 ? duration.Seconds + 1 : duration.Seconds;
        var nanos = isNegative && duration.Nanos > 0 ? CivilDate.NanosPerSecond - duration.Nanos : duration.Nanos;
        AppendPart(builder, seconds / 3600, 'H');
        AppendPart(builder, seconds / 60 % 60, 'M');
        var rest = seconds % 60;
        if (rest == 0 && nanos == 0)
        {
            return;
        }

        builder.Append(isNegative && rest == 0 ? "-" : "").Append(CultureInfo.InvariantCulture, $"{rest}");
        if (nanos != 0)
        {
            builder.Append('.').Append(nanos.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0'));
        }

        builder.Append('S');
    }

    [GeneratedRegex(
        @"^(?<sign>[-+]?)P(?:(?<y>[-+]?[0-9]+(?:[.,][0-9]{1,9})?)Y)?(?:(?<mo>[-+]?[0-9]+(?:[.,][0-9]{1,9})?)M)?"
        + @"(?:(?<w>[-+]?[0-9]+(?:[.,][0-9]{1,9})?)W)?(?:(?<d>[-+]?[0-9]+(?:[.,][0-9]{1,9})?)D)?"
        + @"(?:T(?:(?<h>[-+]?[0-9]+(?:[.,][0-9]{1,9})?)H)?(?:(?<mi>[-+]?[0-9]+(?:[.,][0-9]{1,9})?)M)?"
        + @"(?:(?<s>[-+]?[0-9]+(?:[.,][0-9]{1,9})?)S)?)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Units();

    [GeneratedRegex(
        @"^(?<sign>[-+]?)P(?<y>[0-9]{4})-(?<mo>[0-9]{2})-(?<d>[0-9]{2})T(?<h>[0-9]{2}):(?<mi>[0-9]{2}):(?<s>[0-9]{2}(?:[.,][0-9]{1,9})?)\z"
        + @"|^(?<sign>[-+]?)P(?<y>[0-9]{4})(?<mo>[0-9]{2})(?<d>[0-9]{2})T(?<h>[0-9]{2})(?<mi>[0-9]{2})(?<s>[0-9]{2}(?:[.,][0-9]{1,9})?)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Calendar();
}
