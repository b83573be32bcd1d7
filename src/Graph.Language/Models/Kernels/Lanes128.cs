using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Graph.Language.Models.Kernels;

/// <summary>Vectors of 128 bits.</summary>
internal readonly struct Lanes128 : ILanes<Vector128<float>, Vector128<int>>
{
    public static int Count => 4;

    public static Vector128<int> Zero => Vector128<int>.Zero;

    public static Vector128<float> Load(ref float source, int offset) => Vector128.LoadUnsafe(ref source, (nuint)offset);

    public static void Store(Vector128<float> value, ref float target, int offset) =>
        value.StoreUnsafe(ref target, (nuint)offset);

    public static Vector128<float> Create(float value) => Vector128.Create(value);

    public static Vector128<float> Add(Vector128<float> a, Vector128<float> b) => a + b;

    public static Vector128<float> Subtract(Vector128<float> a, Vector128<float> b) => a - b;

    public static Vector128<float> Multiply(Vector128<float> a, Vector128<float> b) => a * b;

    public static Vector128<float> Divide(Vector128<float> a, Vector128<float> b) => a / b;

    public static Vector128<float> Min(Vector128<float> a, Vector128<float> b) => Vector128.Min(a, b);

    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) => Vector128.Max(a, b);

    public static Vector128<float> Abs(Vector128<float> a) => Vector128.Abs(a);

    public static Vector128<float> Floor(Vector128<float> a) => Vector128.Floor(a);

    public static Vector128<float> PowerOfTwo(Vector128<float> exponent) =>
        ((Vector128.ConvertToInt32(exponent) + Vector128.Create(127)) << 23).AsSingle();

    public static void StoreShort(Vector128<float> value, ref short target, int offset)
    {
        var rounded = Vector128.ConvertToInt32(Vector128.Floor(value + Vector128.Create(0.5f)));
        Vector128.Narrow(rounded, rounded).GetLower().StoreUnsafe(ref target, (nuint)offset);
    }

    public static void StoreByte(Vector128<float> value, ref byte target, int offset)
    {
        var rounded = Vector128.ConvertToInt32(Vector128.Floor(value + Vector128.Create(Kernel.Zero + 0.5f)));
        var bytes = Vector128.Narrow(Vector128.Narrow(rounded, rounded), Vector128<short>.Zero).AsByte();
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, offset), bytes.AsInt32().ToScalar());
    }

    public static Vector128<float> ToSingle(Vector128<int> a) => Vector128.ConvertToSingle(a);

    public static Vector128<int> LoadPairs(ref short source, int offset) =>
        Vector128.LoadUnsafe(ref source, (nuint)offset).AsInt32();

    public static Vector128<int> MultiplyAdd(Vector128<int> sum, Vector128<int> a, Vector128<int> b)
    {
        if (Sse2.IsSupported)
        {
            return sum + Sse2.MultiplyAddAdjacent(a.AsInt16(), b.AsInt16());
        }

        // Each element holds an odd and an even number: shifts bring either to 32 bits with its sign.
        return sum + ((a << 16 >> 16) * (b << 16 >> 16)) + ((a >> 16) * (b >> 16));
    }

    public static Vector128<int> LoadInteger(ref int source, int offset) => Vector128.LoadUnsafe(ref source, (nuint)offset);

    public static Vector128<int> CreateQuad(ref byte source, int offset) =>
        Vector128.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref source, offset)));

    public static Vector128<int> LoadQuads(ref sbyte source, int offset) => Vector128.LoadUnsafe(ref source, (nuint)offset).AsInt32();

    public static Vector128<int> MultiplyAddQuads(Vector128<int> sum, Vector128<int> a, Vector128<int> b)
    {
        if (AvxVnni.IsSupported)
        {
            return AvxVnni.MultiplyWideningAndAdd(sum, a.AsByte(), b.AsSByte());
        }

        // The even and the odd bytes, each brought to 16 bits.
        var even = MultiplyAdd(sum, a & Vector128.Create(0x00FF00FF), ((b.AsInt16() << 8) >> 8).AsInt32());
        return MultiplyAdd(even, (a.AsUInt16() >>> 8).AsInt32(), (b.AsInt16() >> 8).AsInt32());
    }

    public static int Sum(Vector128<int> a) => Vector128.Sum(a);
}
