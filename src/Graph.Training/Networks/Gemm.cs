using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Graph.Training.Networks;

/// <summary>Matrix products on one thread, blocked so that the sums stay in registers.</summary>
public static class Gemm
{
    private const int RowBlock = 4;
    private const int ColumnBlock = 4 * Matrix.Lane;

    /// <summary>C = A·B, or C += A·B.</summary>
    public static void Multiply(Matrix a, Matrix b, Matrix c, bool accumulate = false) =>
        Run(a.Data, a.Stride, 1, b.Data, b.Stride, c.Data, c.Stride, a.Rows, a.Columns, accumulate);

    /// <summary>C = Aᵀ·B, or C += Aᵀ·B.</summary>
    public static void MultiplyTransposedLeft(Matrix a, Matrix b, Matrix c, bool accumulate = false) =>
        Run(a.Data, 1, a.Stride, b.Data, b.Stride, c.Data, c.Stride, a.Columns, a.Rows, accumulate);

    /// <summary>Writes Aᵀ.</summary>
    public static void Transpose(Matrix a, Matrix transposed)
    {
        const int block = 16;
        var source = a.Data;
        var target = transposed.Data;
        for (var i0 = 0; i0 < a.Rows; i0 += block)
        {
            var iEnd = Math.Min(i0 + block, a.Rows);
            for (var j0 = 0; j0 < a.Columns; j0 += block)
            {
                var jEnd = Math.Min(j0 + block, a.Columns);
                for (var i = i0; i < iEnd; i++)
                {
                    for (var j = j0; j < jEnd; j++)
                    {
                        target[(j * transposed.Stride) + i] = source[(i * a.Stride) + j];
                    }
                }
            }
        }
    }

    // The left operand is read one element at a time, so its transpose costs nothing but strides.
    private static void Run(
        ReadOnlySpan<float> a, int rowStride, int innerStride,
        ReadOnlySpan<float> b, int bStride, Span<float> c, int cStride,
        int rows, int inner, bool accumulate)
    {
        ref var a0 = ref MemoryMarshal.GetReference(a);
        ref var b0 = ref MemoryMarshal.GetReference(b);
        ref var c0 = ref MemoryMarshal.GetReference(c);
        var column = 0;
        for (; column + ColumnBlock <= cStride; column += ColumnBlock)
        {
            var row = 0;
            for (; row + RowBlock <= rows; row += RowBlock)
            {
                Block4x4(
                    ref Unsafe.Add(ref a0, row * rowStride), rowStride, innerStride,
                    ref Unsafe.Add(ref b0, column), bStride,
                    ref Unsafe.Add(ref c0, (row * cStride) + column), cStride, inner, accumulate);
            }

            for (; row < rows; row++)
            {
                Block1x4(
                    ref Unsafe.Add(ref a0, row * rowStride), innerStride, ref Unsafe.Add(ref b0, column), bStride,
                    ref Unsafe.Add(ref c0, (row * cStride) + column), inner, accumulate);
            }
        }

        for (; column < cStride; column += Matrix.Lane)
        {
            for (var row = 0; row < rows; row += RowBlock)
            {
                Block4x1(
                    ref Unsafe.Add(ref a0, row * rowStride), rowStride, innerStride,
                    ref Unsafe.Add(ref b0, column), bStride,
                    ref Unsafe.Add(ref c0, (row * cStride) + column), cStride,
                    Math.Min(RowBlock, rows - row), inner, accumulate);
            }
        }
    }

    private static void Block4x4(
        ref float a, int rowStride, int innerStride, ref float b, int bStride,
        ref float c, int cStride, int inner, bool accumulate)
    {
        Vector512<float> s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23, s30, s31, s32, s33;
        s00 = s01 = s02 = s03 = s10 = s11 = s12 = s13 = Vector512<float>.Zero;
        s20 = s21 = s22 = s23 = s30 = s31 = s32 = s33 = Vector512<float>.Zero;
        ref var x0 = ref a;
        ref var x1 = ref Unsafe.Add(ref a, rowStride);
        ref var x2 = ref Unsafe.Add(ref a, 2 * rowStride);
        ref var x3 = ref Unsafe.Add(ref a, 3 * rowStride);
        ref var y = ref b;
        for (var k = 0; k < inner; k++)
        {
            var y0 = Vector512.LoadUnsafe(ref y);
            var y1 = Vector512.LoadUnsafe(ref y, 16);
            var y2 = Vector512.LoadUnsafe(ref y, 32);
            var y3 = Vector512.LoadUnsafe(ref y, 48);
            var x = Vector512.Create(x0);
            s00 = Vector512.FusedMultiplyAdd(x, y0, s00);
            s01 = Vector512.FusedMultiplyAdd(x, y1, s01);
            s02 = Vector512.FusedMultiplyAdd(x, y2, s02);
            s03 = Vector512.FusedMultiplyAdd(x, y3, s03);
            x = Vector512.Create(x1);
            s10 = Vector512.FusedMultiplyAdd(x, y0, s10);
            s11 = Vector512.FusedMultiplyAdd(x, y1, s11);
            s12 = Vector512.FusedMultiplyAdd(x, y2, s12);
            s13 = Vector512.FusedMultiplyAdd(x, y3, s13);
            x = Vector512.Create(x2);
            s20 = Vector512.FusedMultiplyAdd(x, y0, s20);
            s21 = Vector512.FusedMultiplyAdd(x, y1, s21);
            s22 = Vector512.FusedMultiplyAdd(x, y2, s22);
            s23 = Vector512.FusedMultiplyAdd(x, y3, s23);
            x = Vector512.Create(x3);
            s30 = Vector512.FusedMultiplyAdd(x, y0, s30);
            s31 = Vector512.FusedMultiplyAdd(x, y1, s31);
            s32 = Vector512.FusedMultiplyAdd(x, y2, s32);
            s33 = Vector512.FusedMultiplyAdd(x, y3, s33);
            x0 = ref Unsafe.Add(ref x0, innerStride);
            x1 = ref Unsafe.Add(ref x1, innerStride);
            x2 = ref Unsafe.Add(ref x2, innerStride);
            x3 = ref Unsafe.Add(ref x3, innerStride);
            y = ref Unsafe.Add(ref y, bStride);
        }

        Store4(ref c, s00, s01, s02, s03, accumulate);
        Store4(ref Unsafe.Add(ref c, cStride), s10, s11, s12, s13, accumulate);
        Store4(ref Unsafe.Add(ref c, 2 * cStride), s20, s21, s22, s23, accumulate);
        Store4(ref Unsafe.Add(ref c, 3 * cStride), s30, s31, s32, s33, accumulate);
    }

    private static void Block1x4(
        ref float a, int innerStride, ref float b, int bStride, ref float c, int inner, bool accumulate)
    {
        Vector512<float> s0, s1, s2, s3;
        s0 = s1 = s2 = s3 = Vector512<float>.Zero;
        for (var k = 0; k < inner; k++)
        {
            ref var y = ref Unsafe.Add(ref b, k * bStride);
            var x = Vector512.Create(Unsafe.Add(ref a, k * innerStride));
            s0 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref y), s0);
            s1 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref y, 16), s1);
            s2 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref y, 32), s2);
            s3 = Vector512.FusedMultiplyAdd(x, Vector512.LoadUnsafe(ref y, 48), s3);
        }

        Store4(ref c, s0, s1, s2, s3, accumulate);
    }

    // Fewer than four rows are left: the missing ones repeat the first and are not stored.
    private static void Block4x1(
        ref float a, int rowStride, int innerStride, ref float b, int bStride,
        ref float c, int cStride, int rows, int inner, bool accumulate)
    {
        Vector512<float> s0, s1, s2, s3;
        s0 = s1 = s2 = s3 = Vector512<float>.Zero;
        ref var x1 = ref Unsafe.Add(ref a, rows > 1 ? rowStride : 0);
        ref var x2 = ref Unsafe.Add(ref a, rows > 2 ? 2 * rowStride : 0);
        ref var x3 = ref Unsafe.Add(ref a, rows > 3 ? 3 * rowStride : 0);
        for (var k = 0; k < inner; k++)
        {
            var y = Vector512.LoadUnsafe(ref Unsafe.Add(ref b, k * bStride));
            var step = k * innerStride;
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, step)), y, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref x1, step)), y, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref x2, step)), y, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref x3, step)), y, s3);
        }

        Store(ref c, s0, accumulate);
        if (rows > 1)
        {
            Store(ref Unsafe.Add(ref c, cStride), s1, accumulate);
        }

        if (rows > 2)
        {
            Store(ref Unsafe.Add(ref c, 2 * cStride), s2, accumulate);
        }

        if (rows > 3)
        {
            Store(ref Unsafe.Add(ref c, 3 * cStride), s3, accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store4(
        ref float c, Vector512<float> s0, Vector512<float> s1, Vector512<float> s2, Vector512<float> s3, bool accumulate)
    {
        Store(ref c, s0, accumulate);
        Store(ref Unsafe.Add(ref c, 16), s1, accumulate);
        Store(ref Unsafe.Add(ref c, 32), s2, accumulate);
        Store(ref Unsafe.Add(ref c, 48), s3, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, Vector512<float> sum, bool accumulate) =>
        (accumulate ? Vector512.LoadUnsafe(ref c) + sum : sum).StoreUnsafe(ref c);
}
