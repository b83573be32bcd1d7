using Graph.Embedded.Values;
using static Graph.Embedded.Tests.Functions.FunctionCalls;

namespace Graph.Embedded.Tests.Values;

public sealed class ValueEqualityTests
{
    private static readonly Value NaN = Value.Of(double.NaN);

    [Fact]
    public void Equality_is_unknown_where_null_decides()
    {
        Assert.Null(ValueEquality.AreEqual(Value.Null, Value.Null));
        Assert.Null(ValueEquality.AreEqual(Value.List(Value.Of(1), Value.Null), Value.List(Value.Of(1), Value.Of(2))));
        Assert.False(ValueEquality.AreEqual(Value.List(Value.Of(1), Value.Null), Value.List(Value.Of(2), Value.Of(2))));
        Assert.Null(ValueEquality.AreEqual(Map("a", "null"), Map("a", "null")));
    }

    [Fact]
    public void Integers_equal_floats_and_hash_alike()
    {
        Assert.True(ValueEquality.AreEqual(Map("a", 1), Map("a", 1.0)));
        Assert.Equal(Value.Of(1).GetHashCode(), Value.Of(1.0).GetHashCode());
        Assert.Equal(Value.Of(0).GetHashCode(), Value.Of(-0.0).GetHashCode());
        Assert.Equal(Value.Of(long.MaxValue).GetHashCode(), Value.Of((double)long.MaxValue).GetHashCode());
    }

    [Fact]
    public void NaN_equals_itself_only_for_grouping()
    {
        Assert.False(ValueEquality.AreEqual(NaN, NaN));
        Assert.Equal(NaN, NaN);
        Assert.False(ValueOrder.IsLess(NaN, Value.Of(1)));
    }

    [Fact]
    public void Maps_are_equal_whatever_their_order()
    {
        Assert.Equal(Map("a", 1, "b", 2), Map("b", 2, "a", 1));
        Assert.Equal(Map("a", 1, "b", 2).GetHashCode(), Map("b", 2, "a", 1).GetHashCode());
        Assert.Equal("{b: 2, a: 1}", Map("b", 2, "a", 1).ToString());
    }

    [Fact]
    public void The_same_instant_at_two_offsets_is_two_values()
    {
        var (utc, plusOne) = (ToValue("datetime:2020-01-01T00:00Z"), ToValue("datetime:2020-01-01T01:00+01:00"));
        Assert.False(ValueEquality.AreEqual(utc, plusOne));
        Assert.True(ValueOrder.IsLess(utc, plusOne));
    }

    [Fact]
    public void Values_of_different_types_cannot_be_compared()
    {
        Assert.Null(ValueOrder.IsLess(Value.Of(1), Text("a")));
        Assert.Null(ValueOrder.IsLess(ToValue("duration:P1M"), ToValue("duration:P31D")));
        Assert.Null(ValueOrder.IsLess(Value.List(Value.Of(1), Value.Of(2)), Value.List(Value.Of(1), Text("a"))));
        Assert.True(ValueOrder.IsLess(Value.List(Value.Of(1)), Value.List(Value.Of(1), Value.Null)));
    }

    [Fact]
    public void Every_type_has_its_place_in_the_order()
    {
        Value[] ordered =
        [
            Map("a", 1), Value.Node(1), Value.Relationship(1), Value.List(), Value.List(Value.Of(1)), Value.Path(Value.Node(1)),
            Call("point", Map("x", 1, "y", 2)), ToValue("datetime:2020"), ToValue("localdatetime:2020"), ToValue("date:2020"),
            ToValue("time:10:00"), ToValue("localtime:10:00"), ToValue("duration:PT24H"), ToValue("duration:P1D"), Text("a"),
            Value.True, Value.Of(1), Value.Of(1.5), Value.Of(double.PositiveInfinity), NaN, Value.Null,
        ];
        var shuffled = ordered.Reverse().ToArray();
        Array.Sort(shuffled, ValueOrder.Ascending);
        Assert.Equal(ordered.Select(static value => value.ToString()), shuffled.Select(static value => value.ToString()));
    }

    [Fact]
    public void Strings_are_ordered_by_code_points() => Assert.True(
        ValueOrder.Ascending.Compare(Text("\uFFFD"), Text(char.ConvertFromUtf32(0x1F600))) < 0);

    [Fact]
    public void Only_scalars_and_lists_of_one_kind_can_be_stored()
    {
        Assert.True(Value.List(Value.Of(1), Value.Of(1.5)).IsStorable);
        Assert.False(Value.List(Value.Of(1), Text("a")).IsStorable);
        Assert.False(Value.List(Value.Null).IsStorable);
        Assert.False(Map("a", 1).IsStorable);
        Assert.True(Value.List().IsStorable);
    }

    [Fact]
    public void Deleted_entities_still_have_a_text()
    {
        Assert.Equal("()", Value.Node(new NodeData(1, [], MapValue.Empty)).ToString());
        Assert.Equal("(:A:`b c` {x: 1})", Value.Node(new NodeData(1, ["A", "b c"], Map("x", 1).AsMap)).ToString());
        var (first, second) = (Value.Node(new NodeData(1, [], MapValue.Empty)), Value.Node(new NodeData(2, [], MapValue.Empty)));
        var back = Value.Relationship(new RelationshipData(5, "T", 2, 1, MapValue.Empty));
        Assert.Equal("<()<-[:T]-()>", Value.Path(first, back, second).ToString());
    }
}
