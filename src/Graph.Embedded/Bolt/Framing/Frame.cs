using System.Buffers;

namespace Graph.Embedded.Bolt.Framing;

/// <summary>One received message, out of its chunks, in a rented buffer.</summary>
/// <param name="buffer">Rented from the shared pool; <see cref="Return"/> gives it back.</param>
/// <param name="length">Bytes of it that belong to the message; at least 1.</param>
internal readonly struct Frame(byte[] buffer, int length)
{
    public int Length => length;

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, length);

    public void Return() => ArrayPool<byte>.Shared.Return(buffer);
}
