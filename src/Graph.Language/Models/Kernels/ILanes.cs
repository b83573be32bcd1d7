namespace Graph.Language.Models.Kernels;

/// <summary>Arithmetic on vectors of one width; kernels are written once over it.</summary>
/// <remarks>
/// Every operation works element by element and rounds once (no fused multiply-add), and sums over
/// several elements are integers, so all widths give the same bits.
/// </remarks>
/// <typeparam name="TSingle">A vector of single-precision numbers.</typeparam>
/// <typeparam name="TInteger">A vector of as many 32-bit integers.</typeparam>
internal interface ILanes<TSingle, TInteger>
    where TSingle : struct
    where TInteger : struct
{
    /// <summary>Elements in a vector: 4, 8 or 16.</summary>
    static abstract int Count { get; }

    static abstract TSingle Load(ref float source, int offset);

    static abstract void Store(TSingle value, ref float target, int offset);

    static abstract TSingle Create(float value);

    static abstract TSingle Add(TSingle a, TSingle b);

    static abstract TSingle Subtract(TSingle a, TSingle b);

    static abstract TSingle Multiply(TSingle a, TSingle b);

    static abstract TSingle Divide(TSingle a, TSingle b);

    static abstract TSingle Min(TSingle a, TSingle b);

    static abstract TSingle Max(TSingle a, TSingle b);

    static abstract TSingle Abs(TSingle a);

    /// <summary>Rounds towards minus infinity.</summary>
    static abstract TSingle Floor(TSingle a);

    /// <summary>2 to the power of whole numbers between −126 and 127.</summary>
    static abstract TSingle PowerOfTwo(TSingle exponent);

    /// <summary>Rounds to the nearest 16-bit integers, halves upwards, and stores them.</summary>
    static abstract void StoreShort(TSingle value, ref short target, int offset);

    /// <summary>Rounds to the nearest whole numbers, halves upwards, adds <see cref="Kernel.Zero"/> and stores bytes.</summary>
    static abstract void StoreByte(TSingle value, ref byte target, int offset);

    static abstract TSingle ToSingle(TInteger a);

    static abstract TInteger Zero { get; }

    static abstract TInteger LoadPairs(ref short source, int offset);

    /// <summary>sum + a₀·b₀ + a₁·b₁ in every element, for pairs of 16-bit numbers.</summary>
    static abstract TInteger MultiplyAdd(TInteger sum, TInteger a, TInteger b);

    static abstract TInteger LoadInteger(ref int source, int offset);

    /// <summary>The same four bytes without sign in every element.</summary>
    static abstract TInteger CreateQuad(ref byte source, int offset);

    /// <summary>Four bytes with sign in every element.</summary>
    static abstract TInteger LoadQuads(ref sbyte source, int offset);

    /// <summary>sum + a₀·b₀ + a₁·b₁ + a₂·b₂ + a₃·b₃ in every element, a bytes without and b bytes with sign.</summary>
    static abstract TInteger MultiplyAddQuads(TInteger sum, TInteger a, TInteger b);

    /// <summary>Sum of all elements.</summary>
    static abstract int Sum(TInteger a);
}
