namespace Graph.Embedded.Values;

/// <summary>A coordinate reference system, by its code in the protocol.</summary>
public enum CoordinateSystem
{
    Wgs84 = 4326,
    Wgs84With3D = 4979,
    Cartesian = 7203,
    CartesianWith3D = 9157,
}

/// <summary>A point in two or three dimensions.</summary>
/// <param name="System">Says what the coordinates mean; geographic ones are degrees and metres.</param>
/// <param name="X">Or longitude.</param>
/// <param name="Y">Or latitude.</param>
/// <param name="Z">Or height; 0 in two dimensions.</param>
public sealed record PointValue(CoordinateSystem System, double X, double Y, double Z = 0)
{
    public bool HasZ => System is CoordinateSystem.Wgs84With3D or CoordinateSystem.CartesianWith3D;

    public bool IsGeographic => System is CoordinateSystem.Wgs84 or CoordinateSystem.Wgs84With3D;

    /// <summary>Name of the system, such as <c>wgs-84-3d</c>.</summary>
    public string SystemName => System switch
    {
        CoordinateSystem.Wgs84 => "wgs-84",
        CoordinateSystem.Wgs84With3D => "wgs-84-3d",
        CoordinateSystem.Cartesian => "cartesian",
        _ => "cartesian-3d",
    };
}
