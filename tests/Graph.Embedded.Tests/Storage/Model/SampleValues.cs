using Graph.Embedded.Values;
using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Tests.Storage.Model;

/// <summary>Values of every storable kind, with the awkward ones among them.</summary>
internal static class SampleValues
{
    public static Value[] All { get; } =
    [
        Value.Of(0), Value.Of(1), Value.Of(-1), Value.Of(300), Value.Of(-70000), Value.Of(long.MaxValue), Value.Of(long.MinValue),
        Value.Of((1L << 53) + 1), Value.Of(1L << 53), Value.Of(0.0), Value.Of(-0.0), Value.Of(1.0), Value.Of(-1.5), Value.Of(1e300),
        Value.Of(double.NaN), Value.Of(double.PositiveInfinity), Value.Of(double.NegativeInfinity), Value.Of(9007199254740992.0),
        Value.Of(""), Value.Of("a"), Value.Of("ab"), Value.Of("a\0"), Value.Of("a\0b"), Value.Of("\uE000"), Value.Of("😀"),
        Value.Of("a\uD800"), Value.Of("\uDC00"), Value.Of(new string('x', 700)), Value.True, Value.False,
        Value.List(), Value.List(Value.Of(1)), Value.List(Value.Of(1), Value.Of(2.5)), Value.List(Value.Of("x"), Value.Of("")),
        Value.List(Value.Of(double.NaN)), Value.List(Value.True), Value.Of(new byte[] { 0, 255, 0 }), Value.Of(Array.Empty<byte>()),
        Value.Date(0), Value.Date(-800000), Value.Date(20000000), Value.LocalTime(5), Value.Time(5, 3600), Value.Time(5, -3600),
        Value.LocalDateTime(-1, 999999999), Value.LocalDateTime(5, 0), Value.DateTime(5, 1, Zone.Utc),
        Value.DateTime(5, 1, Zone.FixedOffset(7200)), Value.DateTime(5, 1, Zone.Named("Europe/Berlin")!),
        Value.Of(new DurationValue(1, 2, 3, 4)), Value.Of(new DurationValue(0, 30, 0)), Value.Of(new DurationValue(-1, 0, 0)),
        Value.Of(new PointValue(CoordinateSystem.Cartesian, 1, -2)), Value.Of(new PointValue(CoordinateSystem.Wgs84, 1, 2)),
        Value.Of(new PointValue(CoordinateSystem.CartesianWith3D, 1, 2, 3)),
    ];
}
