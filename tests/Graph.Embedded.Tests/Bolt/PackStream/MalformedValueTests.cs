using Graph.Embedded.Bolt.PackStream;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Bolt.PackStream;

public sealed class MalformedValueTests
{
    [Theory]
    [InlineData("", "nothing")]
    [InlineData("C4", "no marker")]
    [InlineData("DF", "no marker")]
    [InlineData("C9", "an integer cut short")]
    [InlineData("C100", "a float cut short")]
    [InlineData("8441", "a string cut short")]
    [InlineData("81FF", "a string that is not UTF-8")]
    [InlineData("A181FF01", "a key that is not UTF-8")]
    [InlineData("A10101", "a key that is no string")]
    [InlineData("A2814101814102", "a key that comes twice")]
    [InlineData("D6FFFFFFFF", "a list that claims four billion items")]
    [InlineData("DAFFFFFFFF", "a map that claims four billion entries")]
    [InlineData("D2FFFFFFFF41", "a string that claims four billion bytes")]
    [InlineData("CE7FFFFFFF41", "bytes that claim two billion")]
    [InlineData("B1", "a structure without a tag")]
    [InlineData("B144", "a structure cut short")]
    [InlineData("B1448141", "a date of a string")]
    public void Bytes_that_are_no_value_are_refused(string hex, string what)
    {
        Assert.NotEmpty(what);
        Assert.Throws<PackStreamException>(() => ValueRoundTripTests.Read(Convert.FromHexString(hex)));
    }

    [Fact]
    public void A_key_that_comes_twice_among_many_is_refused_too()
    {
        var bytes = ValueRoundTripTests.Write(Value.Of(new MapValue([.. "abcdefghijkl".Select(key => key.ToString())], new Value[12])));
        bytes[^2] = (byte)'a';
        Assert.Throws<PackStreamException>(() => ValueRoundTripTests.Read(bytes));
    }

    [Fact]
    public void Lists_deeper_than_the_limit_are_refused_and_others_are_not()
    {
        var deepest = Enumerable.Repeat((byte)0x91, ValueReader.MaxDepth).Append((byte)0x01).ToArray();

        Assert.Equal(ValueKind.List, ValueRoundTripTests.Read(deepest).Kind);
        Assert.Throws<PackStreamException>(() => ValueRoundTripTests.Read([0x91, .. deepest]));
    }
}
