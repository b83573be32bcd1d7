using Graph.Embedded.Values;
using Graph.Embedded.Values.Operators;
using static Graph.Embedded.Tests.Functions.FunctionCalls;

namespace Graph.Embedded.Tests.Values;

public sealed class OperatorTests
{
    [Theory]
    [InlineData(1, '+', 2, "3")]
    [InlineData(7, '/', 2, "3")]
    [InlineData(-7, '%', 3, "-1")]
    [InlineData(2, '^', 3, "8.0")]
    [InlineData(1.5, '+', "a", "1.5a")]
    [InlineData("a", '+', 100000000.0, "a1.0E8")]
    [InlineData(5.0, '/', 0.0, "Infinity")]
    [InlineData("null", '+', 1, "null")]
    [InlineData("duration:P1M", '/', 2, "P15DT5H14M33S")]
    [InlineData(2, '*', "duration:P1D", "P2D")]
    [InlineData("duration:P1D", '-', "duration:PT1H", "P1DT-1H")]
    public void Arithmetic_follows_the_types(object left, char sign, object right, string expected) =>
        Assert.Equal(expected, Shown(Apply(sign, ToValue(left), ToValue(right))));

    [Theory]
    [InlineData(long.MaxValue, '+', 1, "long overflow")]
    [InlineData(long.MinValue, '-', 1, "long overflow")]
    [InlineData(long.MaxValue, '*', 2, "long overflow")]
    [InlineData(1, '/', 0, "/ by zero")]
    [InlineData(1, '%', 0, "/ by zero")]
    [InlineData("a", '*', 2, "Type mismatch: expected Float, Integer or Duration but was String")]
    [InlineData("a", '+', true, "Type mismatch: expected Float, Integer, String or List<T> but was Boolean")]
    public void What_cannot_be_computed_is_an_error(object left, char sign, object right, string message) => Assert.Equal(
        message, Assert.Throws<CypherException>(() => Apply(sign, ToValue(left), ToValue(right))).Message);

    [Fact]
    public void Lists_are_concatenated_and_appended()
    {
        var one = Value.List(Value.Of(1));
        Assert.Equal("[1, 'a']", Arithmetic.Add(one, Text("a")).ToString());
        Assert.Equal("['a', 1]", Arithmetic.Add(Text("a"), one).ToString());
        Assert.Equal("[1, 1]", Arithmetic.Add(one, one).ToString());
        Assert.True(Arithmetic.Add(one, Value.Null).IsNull);
    }

    [Fact]
    public void Subscripts_count_from_both_ends()
    {
        var list = Value.List(Value.Of(1), Value.Of(2), Value.Of(3));
        Assert.Equal(Value.Of(3), Collections.Subscript(list, Value.Of(-1)));
        Assert.True(Collections.Subscript(list, Value.Of(5)).IsNull);
        Assert.Equal("[2]", Collections.Slice(list, true, Value.Of(1), true, Value.Of(-1)).ToString());
        Assert.Equal("[1, 2]", Collections.Slice(list, true, Value.Of(-10), true, Value.Of(2)).ToString());
        Assert.True(Collections.Slice(list, true, Value.Null, false, default).IsNull);
    }

    [Fact]
    public void Membership_is_unknown_where_null_could_match()
    {
        Assert.Equal(Value.False, Collections.In(Value.Null, Value.List()));
        Assert.True(Collections.In(Value.Null, Value.List(Value.Of(1))).IsNull);
        Assert.True(Collections.In(Value.Of(1), Value.List(Value.Null, Value.Of(2))).IsNull);
    }

    [Theory]
    [InlineData(true, null, null, true, null)]
    [InlineData(false, null, false, null, null)]
    [InlineData(true, false, false, true, true)]
    public void Logic_has_three_values(bool? left, bool? right, bool? and, bool? or, bool? xor)
    {
        var (first, second) = (Value.Of(left), Value.Of(right));
        Assert.Equal(Value.Of(and), Logic.And(first, second));
        Assert.Equal(Value.Of(or), Logic.Or(first, second));
        Assert.Equal(Value.Of(xor), Logic.Xor(first, second));
    }

    [Fact]
    public void Patterns_match_the_whole_text()
    {
        Assert.Equal(Value.False, TextMatching.Matches(Text("abc"), Text("b")));
        Assert.Equal(Value.True, TextMatching.Matches(Text("abc"), Text("(?i)ABC")));
        Assert.True(TextMatching.StartsWith(Value.Of(5), Text("a")).IsNull);
        Assert.Throws<CypherException>(() => TextMatching.Matches(Text("a"), Text("(")));
    }

    [Theory]
    [InlineData(1e7, "1.0E7")]
    [InlineData(9999999.0, "9999999.0")]
    [InlineData(1e-4, "1.0E-4")]
    [InlineData(0.001, "0.001")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(-1.5e300, "-1.5E300")]
    [InlineData(123456789.0, "1.23456789E8")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Floats_are_written_as_Java_writes_them(double number, string expected) =>
        Assert.Equal(expected, ValueText.Write(number));

    private static Value Apply(char sign, Value left, Value right) => sign switch
    {
        '+' => Arithmetic.Add(left, right),
        '-' => Arithmetic.Subtract(left, right),
        '*' => Arithmetic.Multiply(left, right),
        '/' => Arithmetic.Divide(left, right),
        '%' => Arithmetic.Modulo(left, right),
        _ => Arithmetic.Power(left, right),
    };
}
