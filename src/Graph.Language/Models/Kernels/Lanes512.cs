using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Graph.Language.Models.Kernels;

/// <summary>Vectors of 512 bits.</summary>
internal readonly struct Lanes512 : ILanes<Vector512<float>, Vector512<int>>
{
    public static int Count => 16;

    public static Vector512<int> Zero => Vector512<int>.Zero;

    public static Vector512<float> Load(ref float source, int offset) => Vector512.LoadUnsafe(ref source, (nuint)offset);

    public static void Store(Vector512<float> value, ref float target, int offset) =>
        value.StoreUnsafe(ref target, (nuint)offset);

    public static Vector512<float> Create(float value) => Vector512.Create(value);

    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => a + b;

    public static Vector512<float> Subtract(Vector512<float> a, Vector512<float> b) => a - b;

    public static Vector512<float> Multiply(Vector512<float> a, Vector512<float> b) => a * b;

    public static Vector512<float> Divide(Vector512<float> a, Vector512<float> b) => a / b;

    public static Vector512<float> Min(Vector512<float> a, Vector512<float> b) => Vector512.Min(a, b);

    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Vector512.Max(a, b);

    public static Vector512<float> Abs(Vector512<float> a) => Vector512.Abs(a);

    public static Vector512<float> Floor(Vector512<float> a) => Vector512.Floor(a);

    public static Vector512<float> PowerOfTwo(Vector512<float> exponent) =>
        ((Vector512.ConvertToInt32(exponent) + Vector512.Create(127)) << 23).AsSingle();

    public static void StoreShort(Vector512<float> value, ref short target, int offset)
    {
        var rounded = Vector512.ConvertToInt32(Vector512.Floor(value + Vector512.Create(0.5f)));
        Vector256.Narrow(rounded.GetLower(), rounded.GetUpper()).StoreUnsafe(ref target, (nuint)offset);
    }

    public static void StoreByte(Vector512<float> value, ref byte target, int offset)
    {
        var rounded = Vector512.ConvertToInt32(Vector512.Floor(value + Vector512.Create(Kernel.Zero + 0.5f)));
        var shorts = Vector256.Narrow(rounded.GetLower(), rounded.GetUpper());
        Vector128.Narrow(shorts.GetLower(), shorts.GetUpper()).AsByte().StoreUnsafe(ref target, (nuint)offset);
    }

    public static Vector512<float> ToSingle(Vector512<int> a) => Vector512.ConvertToSingle(a);

    public static Vector512<int> LoadPairs(ref short source, int offset) =>
        Vector512.LoadUnsafe(ref source, (nuint)offset).AsInt32();

    public static Vector512<int> MultiplyAdd(Vector512<int> sum, Vector512<int> a, Vector512<int> b)
    {
        if (Avx512BW.IsSupported)
        {
            return sum + Avx512BW.MultiplyAddAdjacent(a.AsInt16(), b.AsInt16());
        }

        // Each element holds an odd and an even number: shifts bring either to 32 bits with its sign.
        return sum + ((a << 16 >> 16) * (b << 16 >> 16)) + ((a >> 16) * (b >> 16));
    }

    public static Vector512<int> LoadInteger(ref int source, int offset) => Vector512.LoadUnsafe(ref source, (nuint)offset);

    public static Vector512<int> CreateQuad(ref byte source, int offset) =>
        Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref source, offset)));

    public static Vector512<int> LoadQuads(ref sbyte source, int offset) => Vector512.LoadUnsafe(ref source, (nuint)offset).AsInt32();

    public static Vector512<int> MultiplyAddQuads(Vector512<int> sum, Vector512<int> a, Vector512<int> b)
    {
        // The even and the odd bytes, each brought to 16 bits.
        var even = MultiplyAdd(sum, a & Vector512.Create(0x00FF00FF), ((b.AsInt16() << 8) >> 8).AsInt32());
        return MultiplyAdd(even, (a.AsUInt16() >>> 8).AsInt32(), (b.AsInt16() >> 8).AsInt32());
    }

    public static int Sum(Vector512<int> a) => Vector512.Sum(a);
}
