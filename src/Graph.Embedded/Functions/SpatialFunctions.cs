using Graph.Embedded.Values;

namespace Graph.Embedded.Functions;

/// <summary>Points and distances.</summary>
internal static class SpatialFunctions
{
    /// <summary>Mean radius in metres of the sphere that distances are measured on.</summary>
    private const double EarthRadius = 6_378_140;

    public static IReadOnlyList<ScalarFunction> All { get; } =
    [
        new("point", "Spatial", ["point(input :: MAP) :: POINT"], "The point that a map of coordinates describes.", (1, 1),
            static (a, _) => Construct(a[0])),
        new("point.distance", "Spatial", ["point.distance(from :: POINT, to :: POINT) :: FLOAT"],
            "The distance of two points of one coordinate system; metres for geographic ones.", (2, 2),
            static (a, _) => Distance(a[0], a[1])),
        new("point.withinBBox", "Spatial",
            ["point.withinBBox(point :: POINT, lowerLeft :: POINT, upperRight :: POINT) :: BOOLEAN"],
            "Whether a point lies in the box of two corners.", (3, 3), static (a, _) => IsWithin(a[0], a[1], a[2])),
    ];

    private static Value Construct(Value input)
    {
        if (input.Kind == ValueKind.Point)
        {
            return input;
        }

        if (input.Kind != ValueKind.Map)
        {
            throw ValueErrors.Mismatch("Map, Node or Relationship", input);
        }

        var map = input.AsMap;
        var isGeographic = map.ContainsKey("longitude") || map.ContainsKey("latitude");
        var (xName, yName) = isGeographic ? ("longitude", "latitude") : ("x", "y");
        if (!map.TryGetValue(xName, out var x) || !map.TryGetValue(yName, out var y))
        {
            throw ValueErrors.Argument("A point must contain either 'x' and 'y' or 'latitude' and 'longitude'");
        }

        var hasZ = map.TryGetValue("z", out var z);
        if (!hasZ && (isGeographic || IsGeographic(map)))
        {
            hasZ = map.TryGetValue("height", out z);
        }

        if (x.IsNull || y.IsNull || (hasZ && z.IsNull))
        {
            return Value.Null;
        }

        var system = SystemOf(map, isGeographic, hasZ);
        return Value.Of(Checked(new PointValue(system, Coordinate(x), Coordinate(y), hasZ ? Coordinate(z) : 0)));
    }

    private static bool IsGeographic(MapValue map) =>
        map.Find("srid") == Value.Of((long)CoordinateSystem.Wgs84With3D)
        || (map.TryGetValue("crs", out var crs) && crs.Kind == ValueKind.String
            && crs.AsString.StartsWith("wgs", StringComparison.OrdinalIgnoreCase));

    private static CoordinateSystem SystemOf(MapValue map, bool isGeographic, bool hasZ)
    {
        var system = Named(map) ?? (isGeographic, hasZ) switch
        {
            (true, false) => CoordinateSystem.Wgs84,
            (true, true) => CoordinateSystem.Wgs84With3D,
            (false, false) => CoordinateSystem.Cartesian,
            _ => CoordinateSystem.CartesianWith3D,
        };
        var probe = new PointValue(system, 0, 0);
        if (isGeographic && !probe.IsGeographic)
        {
            throw ValueErrors.Argument($"Geographic points does not support coordinate reference system: {probe.SystemName}");
        }

        return probe.HasZ == hasZ
            ? system
            : throw ValueErrors.Argument(
                $"Cannot create point with {(probe.HasZ ? 3 : 2)}D coordinate reference system and {(hasZ ? 3 : 2)} coordinates. "
                + $"Please consider using equivalent {(hasZ ? 3 : 2)}D coordinate reference system");
    }

    private static CoordinateSystem? Named(MapValue map)
    {
        if (map.TryGetValue("crs", out var crs) && !crs.IsNull)
        {
            return Arguments.Text(crs).ToUpperInvariant() switch
            {
                "WGS-84" => CoordinateSystem.Wgs84,
                "WGS-84-3D" => CoordinateSystem.Wgs84With3D,
                "CARTESIAN" => CoordinateSystem.Cartesian,
                "CARTESIAN-3D" => CoordinateSystem.CartesianWith3D,
                _ => throw ValueErrors.Argument($"Unknown coordinate reference system: {crs.AsString}"),
            };
        }

        if (!map.TryGetValue("srid", out var srid) || srid.IsNull)
        {
            return null;
        }

        var code = Arguments.Integer(srid);
        return code is 4326 or 4979 or 7203 or 9157
            ? (CoordinateSystem)code
            : throw ValueErrors.Argument($"Unknown coordinate reference system code: {code}");
    }

    private static double Coordinate(Value value) => value.IsNumber
        ? value.AsFloat
        : throw ValueErrors.Argument($"Cannot assign {value} to a coordinate of a point");

    private static PointValue Checked(PointValue point)
    {
        if (!point.IsGeographic)
        {
            return point;
        }

        if (point.Y is < -90 or > 90)
        {
            throw ValueErrors.Argument(
                $"Cannot create WGS84 point with invalid coordinate: [{ValueText.Write(point.X)}, {ValueText.Write(point.Y)}]. "
                + "Valid range for Y coordinate is [-90, 90].");
        }

        // Longitudes go around.
        var x = point.X is < -180 or > 180 ? ((((point.X + 180) % 360) + 360) % 360) - 180 : point.X;
        return point with { X = x };
    }

    /// <summary>What is wrong with the keys of a map literal that <c>point()</c> is called with; null for nothing.</summary>
    public static string? FaultOf(IReadOnlyCollection<string> keys) =>
        (keys.Contains("x") && keys.Contains("y")) || (keys.Contains("latitude") && keys.Contains("longitude"))
            ? null
            : $"A map with keys {string.Join(", ", keys.Select(static key => $"'{key}'"))} is not describing a valid point, "
                + "a point is described either by using cartesian coordinates e.g. {x: 2.3, y: 4.5, crs: 'cartesian'} "
                + "or using geographic coordinates e.g. {latitude: 12.78, longitude: 56.7, crs: 'WGS-84'}.";

    private static Value Distance(Value left, Value right)
    {
        if (left.Kind != ValueKind.Point || right.Kind != ValueKind.Point || left.AsPoint.System != right.AsPoint.System)
        {
            return Value.Null;
        }

        var (from, to) = (left.AsPoint, right.AsPoint);
        if (!from.IsGeographic)
        {
            var (dx, dy, dz) = (from.X - to.X, from.Y - to.Y, from.Z - to.Z);
            return Value.Of(Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz)));
        }

        var radius = EarthRadius + ((from.Z + to.Z) / 2);
        var onSphere = CentralAngle(from, to) * radius;
        var height = from.Z - to.Z;
        return Value.Of(from.HasZ ? Math.Sqrt((onSphere * onSphere) + (height * height)) : onSphere);
    }

    // The haversine formula.
    private static double CentralAngle(PointValue from, PointValue to)
    {
        var (fromY, toY) = (from.Y * Math.PI / 180, to.Y * Math.PI / 180);
        var sineY = Math.Sin((toY - fromY) / 2);
        var sineX = Math.Sin((to.X - from.X) * Math.PI / 180 / 2);
        var square = (sineY * sineY) + (sineX * sineX * Math.Cos(fromY) * Math.Cos(toY));
        return 2 * Math.Atan2(Math.Sqrt(square), Math.Sqrt(1 - square));
    }

    private static Value IsWithin(Value value, Value lower, Value upper)
    {
        var (point, low, high) = (Arguments.Point(value), Arguments.Point(lower), Arguments.Point(upper));
        if (point.System != low.System || point.System != high.System)
        {
            return Value.Null;
        }

        // A box whose left edge lies east of its right one spans the date line.
        var isInX = point.IsGeographic && low.X > high.X
            ? point.X >= low.X || point.X <= high.X
            : point.X >= low.X && point.X <= high.X;
        return Value.Of(isInX && point.Y >= low.Y && point.Y <= high.Y && point.Z >= low.Z && point.Z <= high.Z);
    }
}
