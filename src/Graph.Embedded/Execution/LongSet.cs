using System.Numerics;

namespace Graph.Embedded.Execution;

/// <summary>A set of ids that are not negative: open addressing over one array.</summary>
internal sealed class LongSet
{
    private const int SmallestSize = 16;

    // Each id plus one, so that 0 marks a free place.
    private long[] _places = [];
    private int _shift;

    public int Count { get; private set; }

    /// <summary>False where it was there already.</summary>
    public bool Add(long id)
    {
        // Kept at most half full.
        if (Count * 2 >= _places.Length)
        {
            Grow();
        }

        if (!Put(_places, _shift, id + 1))
        {
            return false;
        }

        Count++;
        return true;
    }

    public void Clear()
    {
        Count = 0;
        _places = [];
    }

    private void Grow()
    {
        var places = new long[Math.Max(SmallestSize, _places.Length * 2)];
        var shift = 64 - BitOperations.Log2((uint)places.Length);
        foreach (var mark in _places)
        {
            if (mark != 0)
            {
                Put(places, shift, mark);
            }
        }

        (_places, _shift) = (places, shift);
    }

    private static bool Put(long[] places, int shift, long mark)
    {
        // Fibonacci hashing: the upper bits of a product by 2^64 over the golden ratio.
        var at = (int)((ulong)mark * 11400714819323198485UL >> shift);
        while (places[at] != 0)
        {
            if (places[at] == mark)
            {
                return false;
            }

            at = (at + 1) & (places.Length - 1);
        }

        places[at] = mark;
        return true;
    }
}
