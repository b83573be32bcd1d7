using Graph.Embedded.Values;
using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Bolt.PackStream;

/// <summary>Reads values that a client sends: parameters and settings.</summary>
/// <remarks>
/// Malformed bytes give a <see cref="PackStreamException"/>. A well-formed structure that is no value, or whose fields
/// are out of range, gives a <see cref="CypherException"/> with <see cref="FailureCodes.InvalidRequest"/>; the connection
/// can go on after that.
/// </remarks>
internal sealed class ValueReader(StructureForm form)
{
    /// <summary>Lists and maps may lie this deep in each other; deeper ones could exhaust the stack of whoever walks them.</summary>
    public const int MaxDepth = 200;

    private const int LinearLimit = 8;

    private readonly KeyCache _keys = new();

    public Value Read(ref PackStreamReader reader) => Read(ref reader, 0);

    /// <summary>A map; null counts as the empty one.</summary>
    public MapValue ReadMap(ref PackStreamReader reader) => reader.TryReadNull() ? MapValue.Empty : ReadMap(ref reader, 0);

    private Value Read(ref PackStreamReader reader, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new PackStreamException($"Values lie more than {MaxDepth} deep in each other.");
        }

        var marker = reader.PeekMarker();
        if (PackStreamReader.IsInteger(marker))
        {
            return Value.Of(reader.ReadInteger());
        }

        return marker switch
        {
            Marker.Null => ReadNull(ref reader),
            Marker.True or Marker.False => Value.Of(reader.ReadBoolean()),
            Marker.Float => Value.Of(reader.ReadFloat()),
            >= Marker.Bytes8 and <= Marker.Bytes32 => Value.Of(reader.ReadBytes()),
            >= Marker.String8 and <= Marker.String32 => Value.Of(reader.ReadString()),
            >= Marker.List8 and <= Marker.List32 => ReadList(ref reader, depth),
            >= Marker.Map8 and <= Marker.Map32 => Value.Of(ReadMap(ref reader, depth)),
            _ => (marker & 0xF0) switch
            {
                Marker.TinyString => Value.Of(reader.ReadString()),
                Marker.TinyList => ReadList(ref reader, depth),
                Marker.TinyMap => Value.Of(ReadMap(ref reader, depth)),
                Marker.Structure => ReadStructure(ref reader),
                _ => throw new PackStreamException($"0x{marker:X2} is no marker."),
            },
        };
    }

    private static Value ReadNull(ref PackStreamReader reader)
    {
        reader.ReadByte();
        return Value.Null;
    }

    private Value ReadList(ref PackStreamReader reader, int depth)
    {
        var items = new Value[reader.ReadListHeader()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Read(ref reader, depth + 1);
        }

        return Value.List(items);
    }

    private MapValue ReadMap(ref PackStreamReader reader, int depth)
    {
        var size = reader.ReadMapHeader();
        if (size == 0)
        {
            return MapValue.Empty;
        }

        var keys = new string[size];
        var values = new Value[size];
        for (var i = 0; i < size; i++)
        {
            keys[i] = _keys.Read(ref reader);
            values[i] = Read(ref reader, depth + 1);
        }

        return HasDuplicate(keys) ? throw new PackStreamException("A key comes twice in a map.") : new MapValue(keys, values);
    }

    private static bool HasDuplicate(string[] keys)
    {
        if (keys.Length > LinearLimit)
        {
            return new HashSet<string>(keys, StringComparer.Ordinal).Count < keys.Length;
        }

        for (var i = 1; i < keys.Length; i++)
        {
            if (Array.IndexOf(keys, keys[i], 0, i) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private Value ReadStructure(ref PackStreamReader reader)
    {
        var size = reader.ReadStructureHeader(out var tag);
        var expected = FieldsOf(tag);
        if (size != expected)
        {
            throw Invalid($"The structure {Name(tag)} has {size} fields instead of {expected}.");
        }

        try
        {
            return ReadFields(ref reader, tag);
        }
        catch (CypherException outOfRange) when (outOfRange.Code != FailureCodes.InvalidRequest)
        {
            throw Invalid($"The structure {Name(tag)} is no value: {outOfRange.Message}");
        }
    }

    private int FieldsOf(byte tag) => tag switch
    {
        StructureTag.Date or StructureTag.LocalTime => 1,
        StructureTag.Time or StructureTag.LocalDateTime => 2,
        StructureTag.DateTime or StructureTag.DateTimeZoneId when form.HasUtcDateTimes => 3,
        StructureTag.LegacyDateTime or StructureTag.LegacyDateTimeZoneId when !form.HasUtcDateTimes => 3,
        StructureTag.Point2D => 3,
        StructureTag.Duration or StructureTag.Point3D => 4,
        StructureTag.Node or StructureTag.Relationship or StructureTag.UnboundRelationship or StructureTag.Path =>
            throw Invalid("Nodes, relationships and paths cannot be parameters: send their ids or properties."),
        _ => throw Invalid($"The structure {Name(tag)} is no value that a parameter can have in this version of Bolt."),
    };

    private static Value ReadFields(ref PackStreamReader reader, byte tag) => tag switch
    {
        StructureTag.Date => Value.Date(reader.ReadInteger()),
        StructureTag.LocalTime => Value.LocalTime(NanosOfDay(ref reader)),
        StructureTag.Time => Value.Time(NanosOfDay(ref reader), Offset(ref reader)),
        StructureTag.LocalDateTime => Value.LocalDateTime(reader.ReadInteger(), Nanos(ref reader)),
        StructureTag.DateTime => Value.DateTime(reader.ReadInteger(), Nanos(ref reader), Zone.FixedOffset(Offset(ref reader))),
        StructureTag.DateTimeZoneId => Value.DateTime(reader.ReadInteger(), Nanos(ref reader), NamedZone(ref reader)),
        StructureTag.LegacyDateTime => OnLocalClock(reader.ReadInteger(), Nanos(ref reader), Zone.FixedOffset(Offset(ref reader))),
        StructureTag.LegacyDateTimeZoneId => OnLocalClock(reader.ReadInteger(), Nanos(ref reader), NamedZone(ref reader)),
        StructureTag.Duration => Value.Of(new DurationValue(
            reader.ReadInteger(), reader.ReadInteger(), reader.ReadInteger(), reader.ReadInteger())),
        StructureTag.Point2D => Value.Of(new PointValue(SystemOf(ref reader, false), reader.ReadFloat(), reader.ReadFloat())),
        _ => Value.Of(new PointValue(SystemOf(ref reader, true), reader.ReadFloat(), reader.ReadFloat(), reader.ReadFloat())),
    };

    private static Value OnLocalClock(long localSecond, int nanos, Zone zone)
    {
        // The range is checked first: the zone's rules are undefined far outside of it.
        var local = Value.LocalDateTime(localSecond, nanos);
        return Value.DateTime(zone.ToEpochSecond(local.EpochSecond), nanos, zone);
    }

    private static long NanosOfDay(ref PackStreamReader reader) => InRange(ref reader, CivilDate.NanosPerDay - 1, "nanoseconds of the day");

    private static int Nanos(ref PackStreamReader reader) =>
        (int)InRange(ref reader, CivilDate.NanosPerSecond - 1, "nanoseconds of the second");

    private static long InRange(ref PackStreamReader reader, long max, string what)
    {
        var value = reader.ReadInteger();
        return value >= 0 && value <= max ? value : throw Invalid($"{value} is out of the range of {what}, 0 to {max}.");
    }

    private static int Offset(ref PackStreamReader reader)
    {
        var seconds = reader.ReadInteger();
        return seconds is >= -Zone.MaxOffsetSeconds and <= Zone.MaxOffsetSeconds
            ? (int)seconds
            : throw Invalid($"{seconds} seconds is no offset: it is out of the range -18:00 to +18:00.");
    }

    private static Zone NamedZone(ref PackStreamReader reader)
    {
        var name = reader.ReadString();
        return Zone.Named(name) ?? throw Invalid($"There is no time zone '{name}'.");
    }

    private static CoordinateSystem SystemOf(ref PackStreamReader reader, bool hasZ)
    {
        var code = reader.ReadInteger();
        var system = (CoordinateSystem)Math.Clamp(code, 0, int.MaxValue);
        return Enum.IsDefined(system) && new PointValue(system, 0, 0).HasZ == hasZ
            ? system
            : throw Invalid($"{code} is no coordinate system of {(hasZ ? "three" : "two")} dimensions.");
    }

    private static string Name(byte tag) => tag is > 0x20 and < 0x7F ? $"'{(char)tag}'" : $"0x{tag:X2}";

    private static CypherException Invalid(string message) => new(FailureCodes.InvalidRequest, message);
}
