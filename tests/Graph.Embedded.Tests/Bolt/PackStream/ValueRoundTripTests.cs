using Graph.Embedded.Bolt.Framing;
using Graph.Embedded.Bolt.PackStream;
using Graph.Embedded.Tests.Bolt.Wire;
using Graph.Embedded.Values;
using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Tests.Bolt.PackStream;

/// <summary>Each kind of value alone, in a list and in a map, there and back, and in the bytes that the specification gives.</summary>
public sealed class ValueRoundTripTests
{
    private static readonly (string Name, Value Value, string Hex)[] Cases =
    [
        ("null", Value.Null, "C0"),
        ("true", Value.True, "C3"),
        ("false", Value.False, "C2"),
        ("zero", Value.Of(0), "00"),
        ("least tiny integer", Value.Of(-16), "F0"),
        ("greatest tiny integer", Value.Of(127), "7F"),
        ("8 bits", Value.Of(-17), "C8EF"),
        ("least of 8 bits", Value.Of(-128), "C880"),
        ("16 bits", Value.Of(128), "C90080"),
        ("least of 16 bits", Value.Of(-32768), "C98000"),
        ("32 bits", Value.Of(32768), "CA00008000"),
        ("least of 32 bits", Value.Of(int.MinValue), "CA80000000"),
        ("64 bits", Value.Of(2147483648), "CB0000000080000000"),
        ("least integer", Value.Of(long.MinValue), "CB8000000000000000"),
        ("float", Value.Of(6.283185307179586), "C1401921FB54442D18"),
        ("negative zero", Value.Of(-0.0), "C18000000000000000"),
        ("infinity", Value.Of(double.PositiveInfinity), "C17FF0000000000000"),
        ("empty string", Value.Of(""), "80"),
        ("string", Value.Of("A"), "8141"),
        ("string of two bytes a letter", Value.Of("Größenmaßstäbe"), "D0124772C3B6C39F656E6D61C39F7374C3A46265"),
        ("empty bytes", Value.Of(Array.Empty<byte>()), "CC00"),
        ("bytes", Value.Of([1, 2, 255]), "CC030102FF"),
        ("empty list", Value.List(), "90"),
        ("list", Value.List(Value.Of(1), Value.Null, Value.Of("A")), "9301C08141"),
        ("empty map", Value.Of(MapValue.Empty), "A0"),
        ("map", Value.Of(new MapValue(["A"], [Value.Of(1)])), "A1814101"),
        ("date", Value.Date(-1), "B144FF"),
        ("time", Value.Time(1, -3600), "B25401C9F1F0"),
        ("local time", Value.LocalTime(86_399_999_999_999), "B174CB00004E94914EFFFF"),
        ("date-time with offset", Value.DateTime(0, 5, Zone.FixedOffset(3600)), "B3490005C90E10"),
        ("date-time in UTC", Value.DateTime(0, 5, Zone.Utc), "B349000500"),
        ("date-time with zone", Value.DateTime(1, 2, Zone.Named("Europe/Berlin")!), "B36901028D4575726F70652F4265726C696E"),
        ("local date-time", Value.LocalDateTime(-1, 999_999_999), "B264FFCA3B9AC9FF"),
        ("duration", Value.Of(new DurationValue(1, -2, 3, 4)), "B44501FE0304"),
        ("flat point", Value.Of(new PointValue(CoordinateSystem.Cartesian, 1, 2)), "B358C91C23C13FF0000000000000C14000000000000000"),
        ("point", Value.Of(new PointValue(CoordinateSystem.Wgs84With3D, 1, 2, 0)), "B459C91373C13FF0000000000000C14000000000000000C10000000000000000"),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_written_as_the_specification_says_and_read_back(string name)
    {
        var (_, value, hex) = Cases.Single(row => row.Name == name);

        Assert.Equal(hex, Convert.ToHexString(Write(value)));
        Assert.Equal(value, Read(Write(value)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_survives_in_a_list_and_in_a_map(string name)
    {
        var value = Cases.Single(row => row.Name == name).Value;
        var list = Value.List(value, Value.Of("x"), value);
        var map = Value.Of(new MapValue(["a", "b"], [value, list]));

        Assert.Equal(list, Read(Write(list)));
        Assert.Equal(map, Read(Write(map)));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(200_000)]
    public void Every_size_of_string_bytes_list_and_map_is_read_back(int size)
    {
        Value[] values =
        [
            Value.Of(new string('ä', size)), Value.Of(new byte[size]), Value.List(Enumerable.Repeat(Value.Of(1), size)),
            Value.Of(new MapValue([.. Enumerable.Range(0, size).Select(i => $"k{i}")], new Value[size])),
        ];

        Assert.All(values, value => Assert.Equal(value, Read(Write(value))));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal(Value.Of("a\uFFFDb"), Read(Write(Value.Of("a\uD800b"))));

    [Fact]
    public void A_date_time_of_the_older_form_carries_seconds_of_the_local_clock()
    {
        var value = Value.DateTime(1_700_000_000, 7, Zone.Named("Europe/Berlin")!);

        var bytes = Write(value, StructureForm.Legacy);

        Assert.Equal("@f(1700003600, 7, \"Europe/Berlin\")", WireText.Show(WireCodec.Unpack(bytes)));
        Assert.Equal(value, Read(bytes, StructureForm.Legacy));
    }

    [Fact]
    public void A_node_deleted_since_has_its_id_only()
    {
        Assert.Equal("@N(3, [], {}, \"4:00000000-0000-0000-0000-000000000000:3\")", WireText.Show(WireCodec.Unpack(Write(Value.Node(3)))));
        Assert.Equal("@R(3, -1, -1, \"\", {}, \"5:00000000-0000-0000-0000-000000000000:3\", \"4:00000000-0000-0000-0000-000000000000:-1\", \"4:00000000-0000-0000-0000-000000000000:-1\")", WireText.Show(WireCodec.Unpack(Write(Value.Relationship(3)))));
    }

    internal static byte[] Write(Value value, StructureForm? form = null)
    {
        using var output = new ChunkedOutput();
        output.BeginMessage();
        new ValueWriter(new PackStreamWriter(output), form ?? StructureForm.Modern).Write(value);
        output.EndMessage();
        return Unchunk(output.Pending.Span);
    }

    internal static Value Read(byte[] bytes, StructureForm? form = null)
    {
        var reader = new PackStreamReader(bytes);
        var value = new ValueReader(form ?? StructureForm.Modern).Read(ref reader);
        Assert.True(reader.IsAtEnd);
        return value;
    }

    private static byte[] Unchunk(ReadOnlySpan<byte> chunks)
    {
        var message = new List<byte>();
        while (chunks.Length > 2)
        {
            var size = (chunks[0] << 8) | chunks[1];
            message.AddRange(chunks.Slice(2, size));
            chunks = chunks[(2 + size)..];
        }

        Assert.True(chunks is [0, 0]);
        return [.. message];
    }
}
