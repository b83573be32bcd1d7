using Graph.Embedded.Values;
using Graph.Embedded.Values.Operators;
using static Graph.Embedded.Tests.Functions.FunctionCalls;

namespace Graph.Embedded.Tests.Functions;

public sealed class TemporalFunctionTests
{
    [Theory]
    [InlineData("date", "2015-07-21", "2015-07-21")]
    [InlineData("date", "2015-W30-2", "2015-07-21")]
    [InlineData("date", "2015W30", "2015-07-20")]
    [InlineData("date", "2015202", "2015-07-21")]
    [InlineData("date", "2015-Q2-60", "2015-05-30")]
    [InlineData("date", "201507", "2015-07-01")]
    [InlineData("date", "2015", "2015-01-01")]
    [InlineData("date", "-0001-01-01", "-0001-01-01")]
    [InlineData("date", "+999999999-12-31", "+999999999-12-31")]
    [InlineData("localtime", "12:00:00,5", "12:00:00.5")]
    [InlineData("localtime", "1200", "12:00:00")]
    [InlineData("time", "214032-0100", "21:40:32-01:00")]
    [InlineData("time", "2140-00:00", "21:40:00Z")]
    [InlineData("time", "12:00", "12:00:00Z")]
    [InlineData("localdatetime", "2015T12", "2015-01-01T12:00:00")]
    [InlineData("localdatetime", "2020-01-01", "2020-01-01T00:00:00")]
    [InlineData("datetime", "2015-W30-2T214032.142Z", "2015-07-21T21:40:32.142Z")]
    [InlineData("datetime", "20150721T21:40-01:30", "2015-07-21T21:40:00-01:30")]
    [InlineData("datetime", "2020-03-29T02:30[Europe/Stockholm]", "2020-03-29T03:30:00+02:00[Europe/Stockholm]")]
    [InlineData("datetime", "2020-10-25T02:30[Europe/Stockholm]", "2020-10-25T02:30:00+02:00[Europe/Stockholm]")]
    [InlineData("datetime", "2020-10-25T02:30+01:00[Europe/Stockholm]", "2020-10-25T02:30:00+01:00[Europe/Stockholm]")]
    [InlineData("datetime", "1818-01-01T00:00[Europe/Stockholm]", "1818-01-01T00:00:00+00:53:28[Europe/Stockholm]")]
    [InlineData("datetime", "+20200-07-01T00:00[Europe/Stockholm]", "+20200-07-01T00:00:00+02:00[Europe/Stockholm]")]
    [InlineData("duration", "P1Y2M3W4DT5H6M7.5S", "P1Y2M25DT5H6M7.5S")]
    [InlineData("duration", "P-1Y2M", "P-10M")]
    [InlineData("duration", "-P1Y2M", "P-1Y-2M")]
    [InlineData("duration", "P5M1.5D", "P5M1DT12H")]
    [InlineData("duration", "PT-1.5S", "PT-1.5S")]
    [InlineData("duration", "P2012-02-02T14:37:21.545", "P2012Y2M2DT14H37M21.545S")]
    public void Text_becomes_the_value_it_describes(string function, string text, string expected) =>
        Assert.Equal(expected, Shown(Call(function, Text(text))));

    [Theory]
    [InlineData("date", "foo", ValueErrors.SyntaxErrorCode)]
    [InlineData("date", "+1000000000-12-31", ValueErrors.SyntaxErrorCode)]
    [InlineData("date", "12345-01-01", ValueErrors.SyntaxErrorCode)]
    [InlineData("duration", "P1DT", ValueErrors.SyntaxErrorCode)]
    [InlineData("duration", "P", ValueErrors.SyntaxErrorCode)]
    [InlineData("time", "25:00", ValueErrors.SyntaxErrorCode)]
    [InlineData("time", "12:00[Europe/Stockholm]", ValueErrors.ArgumentErrorCode)]
    [InlineData("datetime", "2020-01-01T00:00[Foo/Bar]", ValueErrors.SyntaxErrorCode)]
    [InlineData("datetime", "2020-01-01T12:00-08:30[America/Los_Angeles]", ValueErrors.ArgumentErrorCode)]
    [InlineData("datetime", "2015-07-21T21:40:32+18:01", ValueErrors.ArgumentErrorCode)]
    public void Text_of_another_form_is_refused(string function, string text, string code) =>
        Assert.Equal(code, Assert.Throws<CypherException>(() => Call(function, Text(text))).Code);

    public static TheoryData<string, object[], string> Maps => new()
    {
        { "date", ["year", 2020, "week", 1], "2019-12-30" },
        { "date", ["date", "date:1816-12-31", "week", 2], "1817-01-07" },
        { "date", ["date", "date:1816-12-31", "week", 2, "dayOfWeek", 3], "1817-01-08" },
        { "date", ["date", "date:1984-11-11", "quarter", 3], "1984-08-11" },
        { "date", ["year", 2020, "quarter", 1, "dayOfQuarter", 92], "2020-04-01" },
        { "date", ["year", 2020, "ordinalDay", 366], "2020-12-31" },
        { "date", ["year", 12345], "+12345-01-01" },
        { "localtime", ["time", "localtime:12:31:14.645876123", "second", 42], "12:31:42.645876123" },
        { "localtime", ["time", "localtime:12:31:14.645876123", "millisecond", 2], "12:31:14.002" },
        { "time", ["time", "time:10:00+01:00", "timezone", "+05:00"], "14:00:00+05:00" },
        { "time", ["time", "localtime:10:00", "timezone", "+05:00"], "10:00:00+05:00" },
        { "datetime", ["epochSeconds", 1, "nanosecond", 5], "1970-01-01T00:00:01.000000005Z" },
        { "datetime", ["epochMillis", 1, "timezone", "+01:00"], "1970-01-01T01:00:00.001+01:00" },
        { "datetime", ["year", 2020, "timezone", "UTC"], "2020-01-01T00:00:00Z[UTC]" },
        { "datetime", ["datetime", "datetime:2020-01-01T00:00Z", "timezone", "+05:00"], "2020-01-01T05:00:00+05:00" },
        { "datetime", ["date", "date:2020-01-01", "time", "time:10:00+03:00", "timezone", "+05:00"], "2020-01-01T12:00:00+05:00" },
        { "datetime", ["datetime", "datetime:1984-10-11T12:31:14.645+01:00", "year", 28, "second", 42], "0028-10-11T12:31:42.645+01:00" },
        { "datetime", ["date", "date:1984-10-11", "time", "datetime:1984-11-11T12:00[Europe/Stockholm]", "day", 28], "1984-10-28T12:00:00+01:00[Europe/Stockholm]" },
        { "duration", ["months", 1.5], "P1M15DT5H14M33S" },
        { "duration", ["years", 12.5, "months", 5.5, "days", 14.5, "hours", 16.5, "minutes", 12.5, "seconds", 70.5, "nanoseconds", 3], "P12Y11M29DT33H58M13.500000003S" },
        { "duration", ["months", -13, "days", -2, "seconds", -3661.5], "P-1Y-1M-2DT-1H-1M-1.5S" },
        { "duration", ["seconds", 1.5, "milliseconds", -2000], "PT-0.5S" },
    };

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_map_becomes_the_value_it_describes(string function, object[] fields, string expected) =>
        Assert.Equal(expected, Shown(Call(function, Map(fields))));

    [Theory]
    [InlineData("year", 2020, "month", 13, "Invalid value for MonthOfYear (valid values 1 - 12): 13")]
    [InlineData("year", 2020, "day", 3, "day cannot be specified without month")]
    [InlineData("year", 2021, "ordinalDay", 366, "Invalid date 'DayOfYear 366' as '2021' is not a leap year")]
    [InlineData("year", 2020, "week", 54, "Invalid value for WeekOfWeekBasedYear (valid values 1 - 52/53): 54")]
    [InlineData("year", 2020, "quarter", 5, "Invalid value for QuarterOfYear (valid values 1 - 4): 5")]
    public void A_field_out_of_range_is_named(string first, int firstValue, string second, int secondValue, string message) =>
        Assert.Equal(message, Assert.Throws<CypherException>(
            () => Call("date", Map(first, firstValue, second, secondValue))).Message);

    [Theory]
    [InlineData("date", "week", "date:2020-01-01", "2019-12-30")]
    [InlineData("date", "millennium", "date:2017-11-11", "2000-01-01")]
    [InlineData("localdatetime", "decade", "date:-0017-11-11", "-0010-01-01T00:00:00")]
    [InlineData("datetime", "weekYear", "datetime:2017-11-11T12:31:14.6+01:00", "2017-01-02T00:00:00+01:00")]
    [InlineData("datetime", "millisecond", "datetime:2017-11-11T12:31:14.645876123+01:00", "2017-11-11T12:31:14.645+01:00")]
    [InlineData("time", "hour", "localtime:12:31:14", "12:00:00Z")]
    public void Truncation_cuts_to_the_unit(string type, string unit, string input, string expected) =>
        Assert.Equal(expected, Shown(Call($"{type}.truncate", Text(unit), ToValue(input))));

    [Fact]
    public void Fields_are_set_after_truncation() => Assert.Equal(
        "2017-11-11T12:31:14.645000002+01:00",
        Shown(Call("datetime.truncate", Text("millisecond"), ToValue("datetime:2017-11-11T12:31:14.645876123+01:00"), Map("nanosecond", 2))));

    [Theory]
    [InlineData("between", "date:2020-01-31", "datetime:2021-03-01T12:00Z", "P1Y1M1DT12H")]
    [InlineData("between", "date:2020-01-31", "date:2019-02-28", "P-11M")]
    [InlineData("between", "localtime:10:00", "datetime:2019-02-28T08:00+05:00", "PT-2H")]
    [InlineData("between", "time:10:00+01:00", "time:10:00Z", "PT1H")]
    [InlineData("between", "time:10:00+01:00", "localtime:10:00", "PT0S")]
    [InlineData("between", "datetime:2017-10-29T00:00[Europe/Stockholm]", "localdatetime:2017-10-29T04:00", "PT5H")]
    [InlineData("between", "date:-999999999-01-01", "date:+999999999-12-31", "P1999999998Y11M30D")]
    [InlineData("inDays", "date:2020-01-31", "datetime:2020-02-28T23:00-10:00", "P28D")]
    [InlineData("inSeconds", "date:2020-01-31", "localtime:10:00", "PT10H")]
    [InlineData("inSeconds", "localdatetime:-999999999-01-01", "localdatetime:+999999999-12-31T23:59:59", "PT17531639991215H59M59S")]
    public void The_time_between_two_values_is_a_duration(string unit, string from, string to, string expected) =>
        Assert.Equal(expected, Shown(Call($"duration.{unit}", ToValue(from), ToValue(to))));

    [Theory]
    [InlineData("date:2020-01-31", "P1M", "2020-02-29")]
    [InlineData("date:2020-01-01", "PT25H", "2020-01-02")]
    [InlineData("localtime:10:00", "P1DT25H", "11:00:00")]
    [InlineData("time:10:00+01:00", "PT25H", "11:00:00+01:00")]
    [InlineData("datetime:2020-03-28T12:00[Europe/Stockholm]", "P1D", "2020-03-29T12:00:00+02:00[Europe/Stockholm]")]
    [InlineData("datetime:2020-03-28T12:00[Europe/Stockholm]", "PT24H", "2020-03-29T13:00:00+02:00[Europe/Stockholm]")]
    [InlineData("localdatetime:2020-01-01T00:00:00.1", "PT-0.2S", "2019-12-31T23:59:59.9")]
    public void A_duration_moves_a_value(string start, string duration, string expected) =>
        Assert.Equal(expected, Shown(Arithmetic.Add(ToValue(start), Call("duration", Text(duration)))));

    [Fact]
    public void Years_end_where_they_do_in_Neo4j() => Assert.Equal(
        "Invalid value for Year (valid values -999999999 - 999999999): 1000000000",
        Assert.Throws<CypherException>(() => Arithmetic.Add(ToValue("date:+999999999-12-31"), ToValue("duration:P1D"))).Message);

    [Theory]
    [InlineData("date:2020-01-01", "week", "1")]
    [InlineData("date:1984-10-11", "dayOfQuarter", "11")]
    [InlineData("datetime:1969-12-31T23:59:59.5Z", "epochMillis", "-500")]
    [InlineData("datetime:2015-06-24T12:50:35.556[Europe/London]", "offset", "+01:00")]
    [InlineData("datetime:2020-01-01T00:00[Europe/Stockholm]", "timezone", "Europe/Stockholm")]
    [InlineData("duration:P1Y2M10DT12H45M30.25S", "minutesOfHour", "45")]
    [InlineData("duration:PT-1.5S", "milliseconds", "-1500")]
    [InlineData("duration:PT-1.5S", "nanosecondsOfSecond", "500000000")]
    public void Components_can_be_read(string value, string name, string expected) =>
        Assert.Equal(expected, Shown(Collections.Property(ToValue(value), name)));

    [Fact]
    public void The_current_time_is_the_clocks() => Assert.Equal("2020-02-03T04:05:06.789Z", Shown(Call("datetime")));
}
