namespace Graph.Embedded.Bolt.Handshake;

/// <summary>A version of the Bolt protocol.</summary>
internal readonly record struct BoltVersion(byte Major, byte Minor) : IComparable<BoltVersion>
{
    /// <summary>Versions spoken, each as the highest minor and how many below it: 5.4 to 5.0, and 4.4.</summary>
    public static IReadOnlyList<VersionRange> Supported { get; } = [new(new(5, 4), 4), new(new(4, 4), 0)];

    public int CompareTo(BoltVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    public static bool operator <(BoltVersion left, BoltVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(BoltVersion left, BoltVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(BoltVersion left, BoltVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BoltVersion left, BoltVersion right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{Major}.{Minor}";
}
