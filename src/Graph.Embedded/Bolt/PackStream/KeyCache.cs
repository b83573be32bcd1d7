using System.Text;
using System.Text.Unicode;

namespace Graph.Embedded.Bolt.PackStream;

/// <summary>Keys of maps that a connection sent lately.</summary>
/// <remarks>A batch of rows repeats its few keys thousands of times; each is decoded and allocated once. Not thread-safe.</remarks>
internal sealed class KeyCache
{
    private const int Slots = 128;
    private const int MaxKeyBytes = 32;

    private readonly (byte[] Utf8, string Key)[] _slots = new (byte[], string)[Slots];

    public string Read(ref PackStreamReader reader)
    {
        var ahead = reader;
        var utf8 = ahead.ReadUtf8();
        if (utf8.Length > MaxKeyBytes || !Utf8.IsValid(utf8))
        {
            return reader.ReadString();
        }

        var hash = new HashCode();
        hash.AddBytes(utf8);
        ref var slot = ref _slots[hash.ToHashCode() & (Slots - 1)];
        if (slot.Key is null || !utf8.SequenceEqual(slot.Utf8))
        {
            slot = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        }

        reader = ahead;
        return slot.Key;
    }
}
