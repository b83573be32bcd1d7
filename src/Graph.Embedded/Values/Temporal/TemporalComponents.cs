namespace Graph.Embedded.Values.Temporal;

/// <summary>What <c>d.week</c>, <c>t.minute</c>, <c>p.x</c> or <c>duration.days</c> give.</summary>
internal static class TemporalComponents
{
    /// <summary>A component of a temporal value, a duration or a point.</summary>
    /// <exception cref="CypherException">There is no component of the name.</exception>
    public static Value Read(Value value, string name) => value.Kind switch
    {
        ValueKind.Duration => OfDuration(value.AsDuration, name) is { } part ? Value.Of(part) : throw Unknown(name),
        ValueKind.Point => OfPoint(value, name),
        _ => OfTemporal(value, name),
    };

    private static Value OfTemporal(Value value, string name)
    {
        if (name is "timezone" or "offset" or "offsetMinutes" or "offsetSeconds" or "epochMillis" or "epochSeconds")
        {
            return OfZone(value, name);
        }

        if (OfDate(name) is { } ofDate)
        {
            return TemporalParts.HasDate(value)
                ? Value.Of(ofDate(CivilDate.FromEpochDay(TemporalParts.DayOf(value))))
                : throw Unsupported(name);
        }

        if (OfTime(name) is { } ofTime)
        {
            return TemporalParts.HasTime(value) ? Value.Of(ofTime(TemporalParts.NanosOf(value))) : throw Unsupported(name);
        }

        throw Unknown(name);
    }

    private static Func<CivilDate, long>? OfDate(string name) => name switch
    {
        "year" => static date => date.Year,
        "quarter" => static date => date.Quarter,
        "month" => static date => date.Month,
        "week" => static date => date.Week,
        "weekYear" => static date => date.WeekYear,
        "dayOfQuarter" => static date => date.DayOfQuarter,
        "quarterDay" => static date => date.DayOfQuarter,
        "day" => static date => date.Day,
        "ordinalDay" => static date => date.OrdinalDay,
        "dayOfWeek" or "weekDay" => static date => date.DayOfWeek,
        _ => null,
    };

    private static Func<long, long>? OfTime(string name) => name switch
    {
        "hour" => static nanos => nanos / (3600 * CivilDate.NanosPerSecond),
        "minute" => static nanos => nanos / (60 * CivilDate.NanosPerSecond) % 60,
        "second" => static nanos => nanos / CivilDate.NanosPerSecond % 60,
        "millisecond" => static nanos => nanos % CivilDate.NanosPerSecond / 1_000_000,
        "microsecond" => static nanos => nanos % CivilDate.NanosPerSecond / 1000,
        "nanosecond" => static nanos => nanos % CivilDate.NanosPerSecond,
        _ => null,
    };

    private static Value OfZone(Value value, string name)
    {
        if (name is "epochMillis" or "epochSeconds")
        {
            if (value.Kind != ValueKind.DateTime)
            {
                throw ValueErrors.Type("Epoch not supported.");
            }

            var millis = (value.Bits * 1000) + (value.Extra / 1_000_000);
            return Value.Of(name == "epochMillis" ? millis : millis / 1000);
        }

        if (TemporalParts.ZoneOf(value) is not { } zone)
        {
            throw Unsupported(name);
        }

        return name switch
        {
            "offsetSeconds" => Value.Of((long)value.OffsetSeconds),
            "offsetMinutes" => Value.Of((long)(value.OffsetSeconds / 60)),
            "timezone" when zone.Name is { } zoneName => Value.Of(zoneName),
            _ => Value.Of(TemporalText.Offset(value.OffsetSeconds)),
        };
    }

    private static long? OfDuration(DurationValue duration, string name) => name switch
    {
        "years" => duration.Months / 12,
        "quarters" => duration.Months / 3,
        "months" => duration.Months,
        "weeks" => duration.Days / 7,
        "days" => duration.Days,
        "hours" => duration.Seconds / 3600,
        "minutes" => duration.Seconds / 60,
        "seconds" => duration.Seconds,
        "milliseconds" => Scaled(duration, 1000),
        "microseconds" => Scaled(duration, 1_000_000),
        "nanoseconds" => Scaled(duration, CivilDate.NanosPerSecond),
        "quartersOfYear" => duration.Months / 3 % 4,
        "monthsOfYear" => duration.Months % 12,
        "monthsOfQuarter" => duration.Months % 3,
        "daysOfWeek" => duration.Days % 7,
        "minutesOfHour" => duration.Seconds / 60 % 60,
        "secondsOfMinute" => duration.Seconds % 60,
        "millisecondsOfSecond" => duration.Nanos / 1_000_000,
        "microsecondsOfSecond" => duration.Nanos / 1000,
        "nanosecondsOfSecond" => duration.Nanos,
        _ => null,
    };

    private static long Scaled(DurationValue duration, long perSecond) => ValueErrors.CheckedAdd(
        ValueErrors.CheckedMultiply(duration.Seconds, perSecond), duration.Nanos / (CivilDate.NanosPerSecond / perSecond));

    private static Value OfPoint(Value value, string name)
    {
        var point = value.AsPoint;
        switch (name)
        {
            case "x":
                return Value.Of(point.X);
            case "y":
                return Value.Of(point.Y);
            case "z" when point.HasZ:
                return Value.Of(point.Z);
            case "longitude" when point.IsGeographic:
                return Value.Of(point.X);
            case "latitude" when point.IsGeographic:
                return Value.Of(point.Y);
            case "height" when point.IsGeographic && point.HasZ:
                return Value.Of(point.Z);
            case "crs":
                return Value.Of(point.SystemName);
            case "srid":
                return Value.Of((long)point.System);
            case "z" or "longitude" or "latitude" or "height":
                throw ValueErrors.Argument($"Field: {name} is not available on point: {value}");
            default:
                throw ValueErrors.Argument($"No such field: {name}");
        }
    }

    private static CypherException Unknown(string name) => ValueErrors.Type($"No such field: {name}");

    private static CypherException Unsupported(string name) => ValueErrors.Type($"Unsupported field: {name}");
}
