using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Embedded.Values.Temporal;

/// <summary>Reads temporal values from ISO 8601 text in its extended and basic forms.</summary>
/// <remarks>Every method throws <see cref="CypherException"/> for text that is not of its type.</remarks>
internal static partial class TemporalParser
{
    public static Value Date(string text)
    {
        var match = DateForm().Match(text);
        return match.Success ? Value.Date(Day(match)) : throw ValueErrors.Unparsable(text, "Date");
    }

    public static Value LocalTime(string text)
    {
        var match = TimeForm().Match(text);
        return match.Success && !HasZone(match)
            ? AtTextFault(() => Value.LocalTime(Nanos(match)))
            : throw ValueErrors.Unparsable(text, "LocalTime");
    }

    /// <param name="defaultZone">Used where the text names no offset.</param>
    public static Value Time(string text, Func<Zone> defaultZone)
    {
        var match = TimeForm().Match(text);
        if (!match.Success)
        {
            throw ValueErrors.Unparsable(text, "Time");
        }

        if (match.Groups["name"].Success)
        {
            throw ValueErrors.Argument(
                "Using a named time zone e.g. [UTC] is not valid for a time without a date. "
                + "Instead, use a specific time zone string e.g. +00:00.");
        }

        var offset = match.Groups["offset"].Success ? Offset(match.Groups["offset"].Value).OffsetAt(0) : defaultZone().OffsetAt(0);
        return AtTextFault(() => Value.Time(Nanos(match), offset));
    }

    public static Value LocalDateTime(string text)
    {
        var (day, nanos, match) = DateAndTime(text, "LocalDateTime");
        return match is null || !HasZone(match) ? TemporalParts.LocalDateTime(day, nanos) : throw ValueErrors.Unparsable(text, "LocalDateTime");
    }

    /// <param name="defaultZone">Used where the text names neither offset nor zone.</param>
    public static Value DateTime(string text, Func<Zone> defaultZone)
    {
        var (day, nanos, match) = DateAndTime(text, "DateTime");
        var offset = match?.Groups["offset"].Success == true ? Offset(match.Groups["offset"].Value) : null;
        if (match?.Groups["name"].Success != true)
        {
            return TemporalParts.DateTime(day, nanos, offset ?? defaultZone());
        }

        var zone = NamedZone(match.Groups["name"].Value);
        var value = TemporalParts.DateTime(day, nanos, zone, offset?.OffsetAt(0));
        return offset is null || value.OffsetSeconds == offset.OffsetAt(0)
            ? value
            : throw ValueErrors.Argument($"Timezone and offset do not match: {text}");
    }

    /// <summary>A zone as the map field <c>timezone</c> names it: an offset or the name of a zone.</summary>
    public static Zone ZoneOf(string text) =>
        text == "Z" ? Zone.Utc : ZoneOffset().IsMatch(text) ? Offset(text) : NamedZone(text);

    private static Zone NamedZone(string name) => Zone.Named(name)
        ?? throw new CypherException(
            ValueErrors.SyntaxErrorCode,
            $"Invalid value for TimeZone: Text '{name}' could not be parsed at index 0\n\"{name}\"\n ^");

    private static (long Day, long Nanos, Match? Time) DateAndTime(string text, string type)
    {
        var separator = text.IndexOf('T', StringComparison.Ordinal);
        var date = DateForm().Match(separator < 0 ? text : text[..separator]);
        if (!date.Success)
        {
            throw ValueErrors.Unparsable(text, type);
        }

        if (separator < 0)
        {
            return (Day(date), 0, null);
        }

        var time = TimeForm().Match(text[(separator + 1)..]);
        return time.Success
            ? (Day(date), AtTextFault(() => Nanos(time)), time)
            : throw ValueErrors.Unparsable(text, type);
    }

    private static long Day(Match match) => AtTextFault(() =>
    {
        var year = Number(match, "y", 0);
        if (match.Groups["w"].Success)
        {
            return TemporalFields.Week(year, Number(match, "w", 1), Number(match, "wd", 1));
        }

        if (match.Groups["q"].Success)
        {
            return TemporalFields.Quarter(year, Number(match, "q", 1), Number(match, "qd", 1));
        }

        return match.Groups["od"].Success
            ? TemporalFields.Ordinal(year, Number(match, "od", 1))
            : TemporalFields.Calendar(year, Number(match, "mo", 1), Number(match, "d", 1));
    });

    private static long Nanos(Match match)
    {
        var fraction = match.Groups["n"].Value.PadRight(9, '0');
        return TemporalFields.NanosOfDay(
            Number(match, "h", 0), Number(match, "mi", 0), Number(match, "s", 0),
            long.Parse(fraction, CultureInfo.InvariantCulture));
    }

    private static bool HasZone(Match match) => match.Groups["offset"].Success || match.Groups["name"].Success;

    private static Zone Offset(string text)
    {
        if (text is "Z" or "z")
        {
            return Zone.Utc;
        }

        var digits = text[1..].Replace(":", "", StringComparison.Ordinal).PadRight(6, '0');
        var hour = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var minute = int.Parse(digits[2..4], CultureInfo.InvariantCulture);
        var second = int.Parse(digits[4..6], CultureInfo.InvariantCulture);
        if (hour > 23 || minute > 59 || second > 59)
        {
            throw new CypherException(
                ValueErrors.SyntaxErrorCode,
                $"Invalid value for TimeZone: Text '{text}' could not be parsed: Value out of range: "
                + $"Hour[0-23], Minute[0-59], Second[0-59]\n\"{text}\"\n ^");
        }

        var seconds = (hour * 3600) + (minute * 60) + second;
        return Zone.FixedOffset(text[0] == '-' ? -seconds : seconds);
    }

    private static long Number(Match match, string group, long missing) =>
        match.Groups[group].Success ? long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : missing;

    // A field out of range in a map is a wrong argument; in text it is wrong syntax.
    private static T AtTextFault<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CypherException exception) when (exception.Code == ValueErrors.ArgumentErrorCode)
        {
            throw new CypherException(ValueErrors.SyntaxErrorCode, exception.Message, innerException: exception);
        }
    }

    [GeneratedRegex(
        @"^(?<y>[0-9]{4}|[-+][0-9]{1,9})(?:-?W(?<w>[0-9]{2})(?:-?(?<wd>[0-9]))?|-?Q(?<q>[0-9])(?:-?(?<qd>[0-9]{1,2}))?"
        + @"|-(?<mo>[0-9]{1,2})(?:-(?<d>[0-9]{1,2}))?|(?<mo>[0-9]{2})(?<d>[0-9]{2})?|-?(?<od>[0-9]{3}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateForm();

    [GeneratedRegex(
        @"^(?<h>[0-9]{1,2})(?::(?<mi>[0-9]{1,2})(?::(?<s>[0-9]{1,2})(?:[.,](?<n>[0-9]{1,9}))?)?"
        + @"|(?<mi>[0-9]{2})(?:(?<s>[0-9]{2})(?:[.,](?<n>[0-9]{1,9}))?)?)?"
        + @"(?<offset>[Zz]|[-+][0-9]{2}(?::?[0-9]{2})?)?(?:\[(?<name>[^\]]+)\])?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"^[-+][0-9]{2}(?::[0-9]{2}(?::[0-9]{2})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneOffset();
}
