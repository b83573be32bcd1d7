using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graph.Language.Models.Kernels;

/// <summary>Products of quantised rows with a quantised matrix, over vectors of one width.</summary>
/// <remarks>Sums are whole numbers, so the order of adding and the instructions used change nothing.</remarks>
internal static class MatrixProduct<TLanes, TSingle, TInteger>
    where TLanes : struct, ILanes<TSingle, TInteger>
    where TSingle : struct
    where TInteger : struct
{
    /// <inheritdoc cref="Kernel.Multiply"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(
        ReadOnlySpan<byte> rows, int rowStride, ReadOnlySpan<float> scales, QuantisedMatrix matrix, Span<float> output)
    {
        ref var x = ref MemoryMarshal.GetReference(rows);
        ref var y = ref MemoryMarshal.GetReference(output);
        var stride = matrix.PaddedOutputs;

        // Six rows by two vectors are as many sums as registers hold; a block of outputs is at least one vector wide.
        var width = Math.Min(2 * TLanes.Count, Kernel.Lane);
        for (var column = 0; column < stride; column += width)
        {
            var panel = new Panel(matrix, column);
            for (var row = 0; row < scales.Length; row += Kernel.RowBlock)
            {
                ref var source = ref Unsafe.Add(ref x, row * rowStride);
                ref var target = ref Unsafe.Add(ref y, (row * stride) + column);
                if (width > TLanes.Count)
                {
                    Multiply6x2(ref source, rowStride, panel, scales[row..], ref target, stride);
                }
                else
                {
                    Multiply6x1(ref source, rowStride, panel, scales[row..], ref target, stride);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply6x2(
        ref byte x, int rowStride, Panel panel, ReadOnlySpan<float> scales, ref float y, int stride)
    {
        TInteger s00, s01, s10, s11, s20, s21, s30, s31, s40, s41, s50, s51;
        s00 = s10 = s20 = s30 = s40 = s50 = TLanes.LoadInteger(ref panel.Offsets, 0);
        s01 = s11 = s21 = s31 = s41 = s51 = TLanes.LoadInteger(ref panel.Offsets, TLanes.Count);
        ref var weights = ref panel.Weights;
        ref var x1 = ref Unsafe.Add(ref x, rowStride);
        ref var x2 = ref Unsafe.Add(ref x, 2 * rowStride);
        ref var x3 = ref Unsafe.Add(ref x, 3 * rowStride);
        ref var x4 = ref Unsafe.Add(ref x, 4 * rowStride);
        ref var x5 = ref Unsafe.Add(ref x, 5 * rowStride);
        for (var k = 0; k < panel.Inputs; k += 4)
        {
            var a = TLanes.LoadQuads(ref weights, 0);
            var b = TLanes.LoadQuads(ref weights, 4 * TLanes.Count);
            weights = ref Unsafe.Add(ref weights, 4 * Kernel.Lane);
            var quad = TLanes.CreateQuad(ref x, k);
            s00 = TLanes.MultiplyAddQuads(s00, quad, a);
            s01 = TLanes.MultiplyAddQuads(s01, quad, b);
            quad = TLanes.CreateQuad(ref x1, k);
            s10 = TLanes.MultiplyAddQuads(s10, quad, a);
            s11 = TLanes.MultiplyAddQuads(s11, quad, b);
            quad = TLanes.CreateQuad(ref x2, k);
            s20 = TLanes.MultiplyAddQuads(s20, quad, a);
            s21 = TLanes.MultiplyAddQuads(s21, quad, b);
            quad = TLanes.CreateQuad(ref x3, k);
            s30 = TLanes.MultiplyAddQuads(s30, quad, a);
            s31 = TLanes.MultiplyAddQuads(s31, quad, b);
            quad = TLanes.CreateQuad(ref x4, k);
            s40 = TLanes.MultiplyAddQuads(s40, quad, a);
            s41 = TLanes.MultiplyAddQuads(s41, quad, b);
            quad = TLanes.CreateQuad(ref x5, k);
            s50 = TLanes.MultiplyAddQuads(s50, quad, a);
            s51 = TLanes.MultiplyAddQuads(s51, quad, b);
        }

        Store2(ref y, panel, scales[0], s00, s01);
        Store2(ref Unsafe.Add(ref y, stride), panel, scales[1], s10, s11);
        Store2(ref Unsafe.Add(ref y, 2 * stride), panel, scales[2], s20, s21);
        Store2(ref Unsafe.Add(ref y, 3 * stride), panel, scales[3], s30, s31);
        Store2(ref Unsafe.Add(ref y, 4 * stride), panel, scales[4], s40, s41);
        Store2(ref Unsafe.Add(ref y, 5 * stride), panel, scales[5], s50, s51);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply6x1(
        ref byte x, int rowStride, Panel panel, ReadOnlySpan<float> scales, ref float y, int stride)
    {
        TInteger s0, s1, s2, s3, s4, s5;
        s0 = s1 = s2 = s3 = s4 = s5 = TLanes.LoadInteger(ref panel.Offsets, 0);
        ref var weights = ref panel.Weights;
        for (var k = 0; k < panel.Inputs; k += 4)
        {
            var a = TLanes.LoadQuads(ref weights, 0);
            weights = ref Unsafe.Add(ref weights, 4 * Kernel.Lane);
            s0 = TLanes.MultiplyAddQuads(s0, TLanes.CreateQuad(ref x, k), a);
            s1 = TLanes.MultiplyAddQuads(s1, TLanes.CreateQuad(ref x, rowStride + k), a);
            s2 = TLanes.MultiplyAddQuads(s2, TLanes.CreateQuad(ref x, (2 * rowStride) + k), a);
            s3 = TLanes.MultiplyAddQuads(s3, TLanes.CreateQuad(ref x, (3 * rowStride) + k), a);
            s4 = TLanes.MultiplyAddQuads(s4, TLanes.CreateQuad(ref x, (4 * rowStride) + k), a);
            s5 = TLanes.MultiplyAddQuads(s5, TLanes.CreateQuad(ref x, (5 * rowStride) + k), a);
        }

        Store(ref y, 0, panel, scales[0], s0);
        Store(ref Unsafe.Add(ref y, stride), 0, panel, scales[1], s1);
        Store(ref Unsafe.Add(ref y, 2 * stride), 0, panel, scales[2], s2);
        Store(ref Unsafe.Add(ref y, 3 * stride), 0, panel, scales[3], s3);
        Store(ref Unsafe.Add(ref y, 4 * stride), 0, panel, scales[4], s4);
        Store(ref Unsafe.Add(ref y, 5 * stride), 0, panel, scales[5], s5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store2(ref float y, Panel panel, float scale, TInteger s0, TInteger s1)
    {
        Store(ref y, 0, panel, scale, s0);
        Store(ref y, TLanes.Count, panel, scale, s1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float y, int column, Panel panel, float scale, TInteger sum)
    {
        var scales = TLanes.Multiply(TLanes.Load(ref panel.Scales, column), TLanes.Create(scale));
        var product = TLanes.Multiply(TLanes.ToSingle(sum), scales);
        TLanes.Store(TLanes.Add(product, TLanes.Load(ref panel.Bias, column)), ref y, column);
    }

    // What the outputs from one column on are computed with.
    private readonly ref struct Panel(QuantisedMatrix matrix, int column)
    {
        public readonly ref sbyte Weights = ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(matrix.Weights),
            ((column / Kernel.Lane * matrix.Inputs * Kernel.Lane) + (column % Kernel.Lane * 4)));

        public readonly ref int Offsets = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.Offsets), column);

        public readonly ref float Scales = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.Scales), column);

        public readonly ref float Bias = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.Bias), column);

        public int Inputs => matrix.Inputs;
    }
}
