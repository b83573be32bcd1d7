namespace Graph.Embedded.Bolt.Handshake;

/// <summary>Versions of one major: the highest, and how many minors below it.</summary>
internal readonly record struct VersionRange(BoltVersion Highest, byte Below)
{
    /// <summary>Bytes on the wire: reserved, minors below, minor, major.</summary>
    public const int WireBytes = 4;

    /// <summary>The highest version in both ranges; null where they share none.</summary>
    public BoltVersion? HighestShared(VersionRange other)
    {
        var minor = Math.Min(Highest.Minor, other.Highest.Minor);
        return Highest.Major == other.Highest.Major && Contains(new(Highest.Major, minor)) && other.Contains(new(Highest.Major, minor))
            ? new(Highest.Major, minor)
            : null;
    }

    public bool Contains(BoltVersion version) =>
        version.Major == Highest.Major && version.Minor <= Highest.Minor && version.Minor >= Highest.Minor - Below;

    public static VersionRange Read(ReadOnlySpan<byte> wire) => new(new(wire[3], wire[2]), wire[1]);

    public void Write(Span<byte> wire) => (wire[0], wire[1], wire[2], wire[3]) = (0, Below, Highest.Minor, Highest.Major);
}
