using System.Numerics;

namespace Graph.Training.Networks;

/// <summary>A generator whose sequence depends on its seed alone, on every machine and every version of the library (xorshift128+).</summary>
public sealed class SeededRandom
{
    private ulong first;
    private ulong second;

    public SeededRandom(ulong seed)
    {
        first = Scramble(seed);
        second = Scramble(first);
    }

    public ulong NextBits()
    {
        var a = first;
        var b = second;
        first = b;
        a ^= a << 23;
        second = a ^ b ^ (a >> 18) ^ (b >> 5);
        return second + b;
    }

    /// <summary>A number from 0 up to, not including, <paramref name="bound"/>.</summary>
    public int Next(int bound) => (int)Math.BigMul(NextBits(), (ulong)bound, out _);

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public float NextSingle() => (NextBits() >> 40) * (1f / (1 << 24));

    /// <summary>A number from the standard normal distribution.</summary>
    public float NextNormal()
    {
        var radius = MathF.Sqrt(-2 * MathF.Log(1 - NextSingle()));
        return radius * MathF.Cos(2 * MathF.PI * NextSingle());
    }

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Next(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private static ulong Scramble(ulong seed)
    {
        var z = seed + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return BitOperations.RotateLeft(z, 31) ^ (z >> 31) ^ 1;
    }
}
