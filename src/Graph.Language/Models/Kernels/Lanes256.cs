using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Graph.Language.Models.Kernels;

/// <summary>Vectors of 256 bits.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<float>, Vector256<int>>
{
    public static int Count => 8;

    public static Vector256<int> Zero => Vector256<int>.Zero;

    public static Vector256<float> Load(ref float source, int offset) => Vector256.LoadUnsafe(ref source, (nuint)offset);

    public static void Store(Vector256<float> value, ref float target, int offset) =>
        value.StoreUnsafe(ref target, (nuint)offset);

    public static Vector256<float> Create(float value) => Vector256.Create(value);

    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) => a + b;

    public static Vector256<float> Subtract(Vector256<float> a, Vector256<float> b) => a - b;

    public static Vector256<float> Multiply(Vector256<float> a, Vector256<float> b) => a * b;

    public static Vector256<float> Divide(Vector256<float> a, Vector256<float> b) => a / b;

    public static Vector256<float> Min(Vector256<float> a, Vector256<float> b) => Vector256.Min(a, b);

    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Vector256.Max(a, b);

    public static Vector256<float> Abs(Vector256<float> a) => Vector256.Abs(a);

    public static Vector256<float> Floor(Vector256<float> a) => Vector256.Floor(a);

    public static Vector256<float> PowerOfTwo(Vector256<float> exponent) =>
        ((Vector256.ConvertToInt32(exponent) + Vector256.Create(127)) << 23).AsSingle();

    public static void StoreShort(Vector256<float> value, ref short target, int offset)
    {
        var rounded = Vector256.ConvertToInt32(Vector256.Floor(value + Vector256.Create(0.5f)));
        Vector128.Narrow(rounded.GetLower(), rounded.GetUpper()).StoreUnsafe(ref target, (nuint)offset);
    }

    public static void StoreByte(Vector256<float> value, ref byte target, int offset)
    {
        var rounded = Vector256.ConvertToInt32(Vector256.Floor(value + Vector256.Create(Kernel.Zero + 0.5f)));
        var shorts = Vector128.Narrow(rounded.GetLower(), rounded.GetUpper());
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, offset), Vector128.Narrow(shorts, shorts).AsInt64().ToScalar());
    }

    public static Vector256<float> ToSingle(Vector256<int> a) => Vector256.ConvertToSingle(a);

    public static Vector256<int> LoadPairs(ref short source, int offset) =>
        Vector256.LoadUnsafe(ref source, (nuint)offset).AsInt32();

    public static Vector256<int> MultiplyAdd(Vector256<int> sum, Vector256<int> a, Vector256<int> b)
    {
        if (Avx2.IsSupported)
        {
            return sum + Avx2.MultiplyAddAdjacent(a.AsInt16(), b.AsInt16());
        }

        // Each element holds an odd and an even number: shifts bring either to 32 bits with its sign.
        return sum + ((a << 16 >> 16) * (b << 16 >> 16)) + ((a >> 16) * (b >> 16));
    }

    public static Vector256<int> LoadInteger(ref int source, int offset) => Vector256.LoadUnsafe(ref source, (nuint)offset);

    public static Vector256<int> CreateQuad(ref byte source, int offset) =>
        Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref source, offset)));

    public static Vector256<int> LoadQuads(ref sbyte source, int offset) => Vector256.LoadUnsafe(ref source, (nuint)offset).AsInt32();

    public static Vector256<int> MultiplyAddQuads(Vector256<int> sum, Vector256<int> a, Vector256<int> b)
    {
        if (AvxVnni.IsSupported)
        {
            return AvxVnni.MultiplyWideningAndAdd(sum, a.AsByte(), b.AsSByte());
        }

        // The even and the odd bytes, each brought to 16 bits.
        var even = MultiplyAdd(sum, a & Vector256.Create(0x00FF00FF), ((b.AsInt16() << 8) >> 8).AsInt32());
        return MultiplyAdd(even, (a.AsUInt16() >>> 8).AsInt32(), (b.AsInt16() >> 8).AsInt32());
    }

    public static int Sum(Vector256<int> a) => Vector256.Sum(a);
}
