using FsCheck;
using FsCheck.Fluent;
using Graph.Embedded.Bolt.PackStream;
using Graph.Embedded.Values;
using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Tests.Bolt.PackStream;

public sealed class ValuePropertyTests
{
    private static readonly Config Configuration = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(1, 3);

    private static readonly Gen<long> Integers = ArbMap.Default.GeneratorFor<long>();

    private static readonly Gen<Zone> Zones = Gen.OneOf(
        Gen.Choose(-Zone.MaxOffsetSeconds, Zone.MaxOffsetSeconds).Select(Zone.FixedOffset),
        Gen.Elements("Europe/Berlin", "America/New_York", "Pacific/Apia", "UTC").Select(name => Zone.Named(name)!));

    private static readonly Gen<Value> Scalars = Gen.OneOf(
        Gen.Constant(Value.Null),
        ArbMap.Default.GeneratorFor<bool>().Select(Value.Of),
        Integers.Select(Value.Of),
        ArbMap.Default.GeneratorFor<double>().Select(Value.Of),
        ArbMap.Default.GeneratorFor<UnicodeString>().Select(text => text.Get ?? "").Where(IsWhole).Select(Value.Of),
        ArbMap.Default.GeneratorFor<byte[]>().Select(Value.Of),
        Gen.Choose(-1_000_000, 1_000_000).Select(day => Value.Date(day)),
        from nanos in Integers from offset in Gen.Choose(-Zone.MaxOffsetSeconds, Zone.MaxOffsetSeconds) select Value.Time(OfDay(nanos), offset),
        Integers.Select(nanos => Value.LocalTime(OfDay(nanos))),
        from second in Integers from nanos in Gen.Choose(0, 999_999_999) select Value.LocalDateTime(second % 100_000_000_000, nanos),
        from second in Integers from nanos in Gen.Choose(0, 999_999_999) from zone in Zones select Value.DateTime(second % 100_000_000_000, nanos, zone),
        from months in Integers
        from days in Integers
        from seconds in Integers
        from nanos in Gen.Choose(0, 999_999_999)
        select Value.Of(new DurationValue(months, days, seconds, nanos)),
        from x in Gen.Choose(-90, 90) from y in Gen.Choose(-90, 90) select Value.Of(new PointValue(CoordinateSystem.Wgs84, x / 3.0, y / 3.0)));

    [Fact]
    public void Every_value_is_read_back_as_it_was_written() => Check.One(Configuration, Prop.ForAll(
        Values(3).ToArbitrary(), value => ValueRoundTripTests.Read(ValueRoundTripTests.Write(value)).Equals(value)));

    [Fact]
    public void Every_beginning_of_a_value_is_refused() => Check.One(Configuration, Prop.ForAll(Values(2).ToArbitrary(), value =>
    {
        var bytes = ValueRoundTripTests.Write(value);
        for (var length = 0; length < Math.Min(bytes.Length, 300); length++)
        {
            var beginning = bytes[..length];
            Assert.Throws<PackStreamException>(() => ValueRoundTripTests.Read(beginning));
        }
    }));

    [Fact]
    public void Any_bytes_give_a_value_or_a_failure_of_the_known_kinds() => Check.One(Configuration, Prop.ForAll(
        ArbMap.Default.GeneratorFor<byte[]>().ToArbitrary(), bytes =>
        {
            try
            {
                var reader = new PackStreamReader(bytes);
                new ValueReader(StructureForm.Modern).Read(ref reader);
            }
            catch (Exception exception) when (exception is PackStreamException or CypherException)
            {
                // Refused, as it may be.
            }
        }));

    private static long OfDay(long nanos) => Math.Abs(nanos % CivilDate.NanosPerDay);

    private static Gen<Value> Values(int depth)
    {
        if (depth == 0)
        {
            return Scalars;
        }

        var inner = Values(depth - 1);
        var maps = from keys in ArbMap.Default.GeneratorFor<NonNull<string>>().ArrayOf()
                   let distinct = keys.Select(key => key.Get).Where(IsWhole).Distinct().ToArray()
                   from values in inner.ArrayOf(distinct.Length)
                   select Value.Of(new MapValue(distinct, values));
        return Gen.OneOf(Scalars, inner.ArrayOf().Select(items => Value.List(items)), maps);
    }

    /// <summary>Half a surrogate pair is not read back as it was written.</summary>
    private static bool IsWhole(string text) => !text.Any(char.IsSurrogate);
}
