namespace Graph.Embedded.Storage.Indexes;

/// <summary>The beginning of keys that are sought.</summary>
/// <param name="Bytes">What the keys begin with.</param>
/// <param name="IsWholeValues">
/// Whether the bytes are whole values. Then 0xFF behind them tells that a string went on with a zero, as
/// <c>"a\0b"</c> does behind the bytes of <c>"a"</c>.
/// </param>
internal readonly record struct KeyPrefix(byte[] Bytes, bool IsWholeValues)
{
    public bool Matches(ReadOnlySpan<byte> key) =>
        key.StartsWith(Bytes) && !(IsWholeValues && key.Length > Bytes.Length && key[Bytes.Length] == 0xFF);
}
