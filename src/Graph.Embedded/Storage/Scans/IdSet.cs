using System.Numerics;
using Graph.Embedded.Storage.Records;

namespace Graph.Embedded.Storage.Scans;

/// <summary>A set of ids in ascending order, a bit an id; versions share the chunks that did not change.</summary>
internal sealed class IdSet
{
    private readonly PageSpine<IdChunk> _chunks;

    public IdSet() : this(new PageSpine<IdChunk>(), 0)
    {
    }

    private IdSet(PageSpine<IdChunk> chunks, long count) => (_chunks, Count) = (chunks, count);

    public long Count { get; private set; }

    public IdSet Fork(long owner) => new(_chunks.Fork(owner), Count);

    public bool Contains(int id) =>
        _chunks.Find(id >> IdChunk.Bits) is { } chunk && (chunk.Words[(id & IdChunk.Mask) >> 6] & (1UL << id)) != 0;

    public void Add(int id)
    {
        var chunk = _chunks.Own(id >> IdChunk.Bits);
        ref var word = ref chunk.Words[(id & IdChunk.Mask) >> 6];
        if ((word & (1UL << id)) == 0)
        {
            word |= 1UL << id;
            chunk.Count++;
            Count++;
        }
    }

    public void Remove(int id)
    {
        if (!Contains(id))
        {
            return;
        }

        var chunk = _chunks.Own(id >> IdChunk.Bits);
        chunk.Words[(id & IdChunk.Mask) >> 6] &= ~(1UL << id);
        Count--;
        if (--chunk.Count == 0)
        {
            _chunks.Drop(id >> IdChunk.Bits);
        }
    }

    /// <summary>The smallest member that is at least <paramref name="id"/>; -1 for none.</summary>
    public long NextFrom(long id)
    {
        var number = (int)(id >> IdChunk.Bits);
        for (; number < _chunks.Length; number++, id = (long)number << IdChunk.Bits)
        {
            if (_chunks.Find(number) is { } chunk && NextIn(chunk, (int)(id & IdChunk.Mask)) is var slot and >= 0)
            {
                return ((long)number << IdChunk.Bits) | (uint)slot;
            }
        }

        return -1;
    }

    /// <summary>The first word with a member at or after the id, a multiple of 64, and the id of its first bit; 0 for none.</summary>
    public (long Start, ulong Word) NextWord(long id)
    {
        for (var number = (int)(id >> IdChunk.Bits); number < _chunks.Length; number++, id = (long)number << IdChunk.Bits)
        {
            if (_chunks.Find(number) is not { } chunk)
            {
                continue;
            }

            for (var index = (int)(id & IdChunk.Mask) >> 6; index < chunk.Words.Length; index++)
            {
                if (chunk.Words[index] != 0)
                {
                    return (((long)number << IdChunk.Bits) + (index << 6), chunk.Words[index]);
                }
            }
        }

        return (id, 0);
    }

    private static int NextIn(IdChunk chunk, int slot)
    {
        var words = chunk.Words;
        var index = slot >> 6;
        var word = words[index] & (ulong.MaxValue << slot);
        while (word == 0)
        {
            if (++index == words.Length)
            {
                return -1;
            }

            word = words[index];
        }

        return (index << 6) | BitOperations.TrailingZeroCount(word);
    }
}
