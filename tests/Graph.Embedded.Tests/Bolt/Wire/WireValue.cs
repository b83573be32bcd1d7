namespace Graph.Embedded.Tests.Bolt.Wire;

/// <summary>A structure as it stands on the wire; values are null, bool, long, double, string, byte[], list, map or structure.</summary>
internal sealed record WireStructure(byte Tag, IReadOnlyList<object?> Fields)
{
    public static WireStructure Of(char tag, params object?[] fields) => new((byte)tag, fields);
}

/// <summary>Stands in an expectation for any value.</summary>
internal sealed record WireWildcard;
