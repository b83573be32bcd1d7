using Graph.Embedded.Functions;
using Graph.Embedded.Values;
using static Graph.Embedded.Tests.Functions.FunctionCalls;

namespace Graph.Embedded.Tests.Functions;

public sealed class ScalarFunctionTests
{
    private static readonly string Astral = char.ConvertFromUtf32(0x1F600);

    public static TheoryData<string, object[], string> Calls => new()
    {
        { "round", [2.5], "3.0" },
        { "round", [-2.5], "-2.0" },
        { "round", [1.005, 2], "1.01" },
        { "round", [-1.55, 1, "HALF_UP"], "-1.6" },
        { "round", [2.5, 0, "HALF_EVEN"], "2.0" },
        { "round", [0.49999999999999994], "0.0" },
        { "round", [1e20], "9.223372036854776E18" },
        { "round", [2.5, 400], "2.5" },
        { "abs", [-3], "3" },
        { "sign", [-2.5], "-1" },
        { "cot", [0], "Infinity" },
        { "toInteger", ["12.7"], "12" },
        { "toInteger", ["1e3"], "1000" },
        { "toInteger", [" 12 "], "null" },
        { "toInteger", ["0x1F"], "null" },
        { "toInteger", [true], "1" },
        { "toFloat", [" 1.5"], "1.5" },
        { "toFloat", ["1d"], "1.0" },
        { "toFloat", ["0x10"], "null" },
        { "toBoolean", [" TRUE "], "true" },
        { "toBoolean", ["yes"], "null" },
        { "toString", [1e15], "1.0E15" },
        { "split", ["a,b,", ","], "['a', 'b', '']" },
        { "split", ["abc", ""], "['a', 'b', 'c']" },
        { "replace", ["aaa", "", "b"], "bababab" },
        { "btrim", ["xxaxx", "x"], "a" },
        { "ltrim", ["xyaxy", "xy"], "axy" },
        { "substring", ["hello", 2, 100], "llo" },
        { "right", ["abc", 10], "abc" },
        { "toUpper", ["straße"], "STRASSE" },
        { "left", ["null", "null"], "null" },
        { "range", [5, 1, -2], "[5, 3, 1]" },
        { "range", [5, 1], "[]" },
        { "coalesce", ["null", 1], "1" },
        { "nullIf", [1, 1.0], "null" },
        { "isEmpty", [""], "true" },
        { "valueType", [1], "INTEGER NOT NULL" },
        { "valueType", ["null"], "NULL" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Functions_give_what_Neo4j_gives(string name, object[] arguments, string expected) =>
        Assert.Equal(expected, Shown(Call(name, Array.ConvertAll(arguments, ToValue))));

    [Fact]
    public void Strings_are_counted_in_code_points()
    {
        Assert.Equal("1", Shown(Call("size", Text(Astral))));
        Assert.Equal(Astral, Shown(Call("substring", Text($"a{Astral}b"), Value.Of(1), Value.Of(1))));
        Assert.Equal($"{Astral}ña", Shown(Call("reverse", Text($"añ{Astral}"))));
    }

    [Fact]
    public void The_type_of_a_list_names_the_types_in_it()
    {
        Assert.Equal(
            "LIST<STRING | INTEGER | LIST<INTEGER>> NOT NULL",
            Shown(Call("valueType", Value.List(Value.Of(1), Value.Null, Text("a"), Value.List(Value.Of(1), Value.Null)))));
        Assert.Equal("LIST<NOTHING> NOT NULL", Shown(Call("valueType", Value.List())));
    }

    [Theory]
    [InlineData("substring", ValueErrors.ExecutionFailedCode, "abc", -1)]
    [InlineData("toInteger", ValueErrors.TypeErrorCode, "9223372036854775808")]
    [InlineData("size", ValueErrors.TypeErrorCode, 5)]
    [InlineData("range", ValueErrors.ArgumentErrorCode, 1, 3, 0)]
    [InlineData("range", ValueErrors.ArgumentErrorCode, 0, 9_000_000_000_000_000_000)]
    [InlineData("round", ValueErrors.ArgumentErrorCode, 2.5, -1)]
    [InlineData("toBoolean", ValueErrors.TypeErrorCode, 1.5)]
    public void Wrong_arguments_are_refused_with_a_code(string name, string code, params object[] arguments) => Assert.Equal(
        code, Assert.Throws<CypherException>(() => Call(name, Array.ConvertAll(arguments, ToValue))).Code);

    [Fact]
    public void Distances_follow_the_sphere()
    {
        var origin = Call("point", Map("longitude", 0, "latitude", 0));
        var other = Call("point", Map("longitude", 1, "latitude", 1));
        Assert.Equal(157425.6111545812, Call("point.distance", origin, other).AsFloat, 1e-6);
        Assert.True(Call("point.distance", origin, Call("point", Map("x", 1, "y", 1))).IsNull);
    }

    [Fact]
    public void Points_are_shown_with_their_system() => Assert.Equal(
        "point({x: -170.0, y: 0.0, crs: 'wgs-84'})", Shown(Call("point", Map("longitude", 190, "latitude", 0))));

    [Fact]
    public void A_box_may_span_the_date_line() => Assert.Equal(Value.True, Call(
        "point.withinBBox", Call("point", Map("longitude", 179, "latitude", 1)),
        Call("point", Map("longitude", 170, "latitude", 0)), Call("point", Map("longitude", -170, "latitude", 10))));

    [Fact]
    public void Vectors_are_compared_in_single_precision()
    {
        var (left, right) = (Value.List(Value.Of(1), Value.Of(2)), Value.List(Value.Of(2), Value.Of(3)));
        Assert.Equal(0.9961389303207397, Call("vector.similarity.cosine", left, right).AsFloat);
        Assert.Equal(0.3333333432674408, Call("vector.similarity.euclidean", left, right).AsFloat);
    }

    [Fact]
    public void Every_function_says_what_it_is() => Assert.All(ScalarFunctions.Every, static function =>
    {
        Assert.NotEmpty(function.Description);
        Assert.All(function.Signatures, signature => Assert.StartsWith(function.Name + "(", signature));
    });
}
