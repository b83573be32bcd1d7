namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>Temporal values, durations and points.</summary>
internal sealed partial class ExpressionGenerator
{
    private string Temporal(Kind kind, int depth) => kind switch
    {
        Kind.Date => session.Next(6) switch
        {
            0 => $"date({Make(Kind.DateTime, depth)})",
            1 => $"({Make(Kind.Date, depth)} {session.Pick("+", "-")} {Make(Kind.Duration, depth)})",
            2 => $"date.truncate('{session.Pick("month", "year", "week", "quarter", "decade")}', {NotNull(Kind.Date, depth)})",
            3 => $"date({{date: {NotNull(Kind.Date, depth)}, day: {session.Next(28) + 1}}})",
            _ => Leaf(kind),
        },
        Kind.DateTime => session.Next(7) switch
        {
            0 => $"({Make(kind, depth)} + {Make(Kind.Duration, depth)})",
            1 => $"datetime.truncate('{session.Pick("day", "hour", "month", "minute")}', {NotNull(kind, depth)})",
            2 => $"datetime({{epochSeconds: {session.Next(2_000_000_000)}}})",
            3 => $"datetime({{datetime: {NotNull(kind, depth)}, timezone: '{session.Pick("Europe/Stockholm", "+02:00", "America/New_York")}'}})",
            4 => $"datetime.fromepoch({session.Next(2_000_000)}, {session.Next(1000)})",
            5 => $"datetime.fromepochmillis({session.Next(2_000_000)})",
            _ => Leaf(kind),
        },
        Kind.LocalDateTime => session.Next(4) switch
        {
            0 => $"localdatetime({Make(Kind.DateTime, depth)})",
            1 => $"({Make(kind, depth)} - {Make(Kind.Duration, depth)})",
            2 => $"localdatetime.truncate('{session.Pick("day", "hour", "century")}', {NotNull(kind, depth)})",
            _ => Leaf(kind),
        },
        Kind.LocalTime => session.Next(3) switch
        {
            0 => $"localtime({Make(Kind.LocalDateTime, depth)})",
            1 => $"localtime.truncate('{session.Pick("hour", "minute")}', {NotNull(kind, depth)})",
            _ => Leaf(kind),
        },
        Kind.Time => session.Next(3) switch
        {
            0 => $"time({Make(Kind.DateTime, depth)})",
            1 => $"time.truncate('{session.Pick("hour", "minute")}', {NotNull(kind, depth)})",
            _ => Leaf(kind),
        },
        Kind.Duration => session.Next(8) switch
        {
            0 => $"duration.between({Make(Kind.Date, depth)}, {Make(session.Pick(Kind.Date, Kind.DateTime, Kind.LocalDateTime), depth)})",
            1 => $"duration.{session.Pick("inDays", "inMonths", "inSeconds")}({Make(Kind.DateTime, depth)}, {Make(Kind.DateTime, depth)})",
            2 => $"({Make(kind, depth)} + {Make(kind, depth)})",
            3 => $"({Make(kind, depth)} * {session.Next(4)})",
            4 => $"({Make(kind, depth)} / 2)",
            _ => Leaf(kind),
        },
        _ => Leaf(kind),
    };

    /// <summary>For functions that refuse null, which a server may meet or not by the order in which it evaluates.</summary>
    private string NotNull(Kind kind, int depth) => $"coalesce({Make(kind, depth)}, {TemporalLeaf(kind)})";

    private string TemporalLeaf(Kind kind) => kind switch
    {
        Kind.Date => $"date('{2015 + session.Next(8)}-0{session.Next(9) + 1}-1{session.Next(10)}')",
        Kind.DateTime => $"datetime('{2015 + session.Next(8)}-03-1{session.Next(10)}T0{session.Next(10)}:15:30{session.Pick("Z", "+01:00", "[Europe/Stockholm]")}')",
        Kind.LocalDateTime => $"localdatetime('2016-0{session.Next(9) + 1}-11T1{session.Next(10)}:20:05.5')",
        Kind.LocalTime => $"localtime('1{session.Next(10)}:2{session.Next(10)}:30')",
        Kind.Time => $"time('1{session.Next(10)}:2{session.Next(10)}:30{session.Pick("Z", "-03:00")}')",
        Kind.Duration => $"duration('{session.Pick("P1D", "P2M3D", "PT5H30M", "P1Y", "-P3D", "PT0.5S", "P1W")}')",
        _ => session.Pick(
            $"point({{x: {session.Next(5)}, y: {session.Next(5)}.5}})", $"point({{x: {session.Next(5)}.0, y: 1, z: {session.Next(5)}}})",
            $"point({{longitude: {session.Next(90)}.5, latitude: {session.Next(50)}.25}})"),
    };
}
