using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graph.Language.Models.Kernels;

/// <summary>The arithmetic of the models over vectors of one width.</summary>
internal sealed class LaneKernel<TLanes, TSingle, TInteger> : Kernel
    where TLanes : struct, ILanes<TSingle, TInteger>
    where TSingle : struct
    where TInteger : struct
{
    private const float ExponentBound = 80;
    private const float GateBound = 30;

    /// <inheritdoc/>
    public override float Quantise(ReadOnlySpan<float> values, Span<short> quantised, int limit)
    {
        ref var source = ref MemoryMarshal.GetReference(values);
        ref var target = ref MemoryMarshal.GetReference(quantised);
        var greatest = TLanes.Create(0);
        for (var i = 0; i < values.Length; i += TLanes.Count)
        {
            greatest = TLanes.Max(greatest, TLanes.Abs(TLanes.Load(ref source, i)));
        }

        Span<float> lanes = stackalloc float[Lane];
        TLanes.Store(greatest, ref MemoryMarshal.GetReference(lanes), 0);
        var max = 1e-9f;
        foreach (var lane in lanes[..TLanes.Count])
        {
            max = MathF.Max(max, lane);
        }

        var factor = TLanes.Create(limit / max);
        for (var i = 0; i < values.Length; i += TLanes.Count)
        {
            TLanes.StoreShort(TLanes.Multiply(TLanes.Load(ref source, i), factor), ref target, i);
        }

        return max / limit;
    }

    /// <inheritdoc/>
    public override void Multiply(
        ReadOnlySpan<short> rows, int rowStride, ReadOnlySpan<float> scales, QuantisedMatrix matrix, Span<float> output)
    {
        var pairs = matrix.Inputs / 2;
        var pairStride = rowStride / 2;
        var stride = matrix.PaddedOutputs;
        ref var x = ref Unsafe.As<short, int>(ref MemoryMarshal.GetReference(rows));
        ref var y = ref MemoryMarshal.GetReference(output);
        for (var column = 0; column < stride;)
        {
            // As many vectors abreast as give four times four sums; what remains goes one vector at a time.
            var isWide = column + (4 * TLanes.Count) <= stride;
            var panel = new Panel(matrix, column, pairs);
            for (var row = 0; row < scales.Length; row += 4)
            {
                ref var source = ref Unsafe.Add(ref x, row * pairStride);
                ref var target = ref Unsafe.Add(ref y, (row * stride) + column);
                if (isWide)
                {
                    Multiply4x4(ref source, pairStride, panel, scales[row..], ref target, stride);
                }
                else
                {
                    Multiply4x1(ref source, pairStride, panel, scales[row..], ref target, stride);
                }
            }

            column += isWide ? 4 * TLanes.Count : TLanes.Count;
        }
    }

    /// <inheritdoc/>
    public override void Scan(in Recurrence recurrence)
    {
        var hidden = recurrence.Hidden;
        ref var gates = ref MemoryMarshal.GetReference(recurrence.Gates);
        ref var state = ref MemoryMarshal.GetReference(recurrence.State);
        recurrence.State[..hidden].Clear();
        for (var i = 0; i < recurrence.Rows; i++)
        {
            var row = recurrence.IsBackward ? recurrence.Rows - 1 - i : i;
            ref var u = ref Unsafe.Add(ref MemoryMarshal.GetReference(recurrence.Projected), row * recurrence.ProjectedStride);
            ref var s = ref Unsafe.Add(ref MemoryMarshal.GetReference(recurrence.Skipped), row * recurrence.SkippedStride);
            ref var h = ref Unsafe.Add(ref MemoryMarshal.GetReference(recurrence.Output), row * recurrence.OutputStride);
            for (var column = 0; column < hidden; column += TLanes.Count)
            {
                var before = TLanes.Load(ref state, column);
                var forget = Gate(
                    TLanes.Load(ref u, hidden + column), TLanes.Load(ref gates, column), before,
                    TLanes.Load(ref gates, (2 * hidden) + column));
                var reset = Gate(
                    TLanes.Load(ref u, (2 * hidden) + column), TLanes.Load(ref gates, hidden + column), before,
                    TLanes.Load(ref gates, (3 * hidden) + column));
                var x = TLanes.Load(ref u, column);
                var cell = TLanes.Add(x, TLanes.Multiply(forget, TLanes.Subtract(before, x)));
                var through = TLanes.Load(ref s, column);
                TLanes.Store(cell, ref state, column);
                TLanes.Store(
                    TLanes.Add(through, TLanes.Multiply(reset, TLanes.Subtract(cell, through))), ref h, column);
            }
        }
    }

    /// <inheritdoc/>
    public override void RectifyAndAdd(Span<float> values, ReadOnlySpan<float> added)
    {
        ref var target = ref MemoryMarshal.GetReference(values);
        ref var source = ref MemoryMarshal.GetReference(added);
        var zero = TLanes.Create(0);
        for (var i = 0; i < values.Length; i += TLanes.Count)
        {
            var sum = TLanes.Add(TLanes.Max(zero, TLanes.Load(ref target, i)), TLanes.Load(ref source, i));
            TLanes.Store(sum, ref target, i);
        }
    }

    /// <inheritdoc/>
    public override void AddAndRectify(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> target)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        ref var z = ref MemoryMarshal.GetReference(target);
        var zero = TLanes.Create(0);
        for (var i = 0; i < target.Length; i += TLanes.Count)
        {
            TLanes.Store(TLanes.Max(zero, TLanes.Add(TLanes.Load(ref x, i), TLanes.Load(ref y, i))), ref z, i);
        }
    }

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<float> source, Span<float> target)
    {
        ref var x = ref MemoryMarshal.GetReference(source);
        ref var y = ref MemoryMarshal.GetReference(target);
        for (var i = 0; i < target.Length; i += TLanes.Count)
        {
            TLanes.Store(TLanes.Add(TLanes.Load(ref y, i), TLanes.Load(ref x, i)), ref y, i);
        }
    }

    /// <inheritdoc/>
    public override void Exponentiate(Span<float> values, float offset)
    {
        ref var x = ref MemoryMarshal.GetReference(values);
        var from = TLanes.Create(offset);
        var bound = TLanes.Create(-ExponentBound);
        for (var i = 0; i < values.Length; i += TLanes.Count)
        {
            TLanes.Store(Exp(TLanes.Max(bound, TLanes.Subtract(TLanes.Load(ref x, i), from))), ref x, i);
        }
    }

    /// <inheritdoc/>
    public override void Dots(
        ReadOnlySpan<short> vector, ReadOnlySpan<short> others, int stride, int length, Span<int> products)
    {
        ref var x = ref MemoryMarshal.GetReference(vector);
        ref var y = ref MemoryMarshal.GetReference(others);
        for (var i = 0; i < products.Length; i++)
        {
            var sum = TLanes.Zero;
            for (var k = 0; k < length; k += 2 * TLanes.Count)
            {
                sum = TLanes.MultiplyAdd(sum, TLanes.LoadPairs(ref x, k), TLanes.LoadPairs(ref y, (i * stride) + k));
            }

            products[i] = TLanes.Sum(sum);
        }
    }

    private static TSingle Gate(TSingle u, TSingle weight, TSingle before, TSingle bias)
    {
        var sum = TLanes.Add(TLanes.Add(u, TLanes.Multiply(weight, before)), bias);
        var bounded = TLanes.Min(TLanes.Max(sum, TLanes.Create(-GateBound)), TLanes.Create(GateBound));
        var one = TLanes.Create(1);
        return TLanes.Divide(one, TLanes.Add(one, Exp(TLanes.Subtract(TLanes.Create(0), bounded))));
    }

    // e^x = 2^n · e^r with r within half of ln 2 of zero, by the Taylor series to r⁶; ln 2 in two parts keeps r exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TSingle Exp(TSingle x)
    {
        var n = TLanes.Floor(TLanes.Add(TLanes.Multiply(x, TLanes.Create(1.44269504f)), TLanes.Create(0.5f)));
        var r = TLanes.Subtract(x, TLanes.Multiply(n, TLanes.Create(0.693359375f)));
        r = TLanes.Add(r, TLanes.Multiply(n, TLanes.Create(2.12194440e-4f)));
        var sum = TLanes.Create(1 / 720f);
        sum = TLanes.Add(TLanes.Multiply(sum, r), TLanes.Create(1 / 120f));
        sum = TLanes.Add(TLanes.Multiply(sum, r), TLanes.Create(1 / 24f));
        sum = TLanes.Add(TLanes.Multiply(sum, r), TLanes.Create(1 / 6f));
        sum = TLanes.Add(TLanes.Multiply(sum, r), TLanes.Create(0.5f));
        sum = TLanes.Add(TLanes.Multiply(sum, r), TLanes.Create(1));
        sum = TLanes.Add(TLanes.Multiply(sum, r), TLanes.Create(1));
        return TLanes.Multiply(sum, TLanes.PowerOfTwo(n));
    }

    private static void Multiply4x4(ref int x, int pairStride, Panel panel, ReadOnlySpan<float> scales, ref float y, int stride)
    {
        TInteger s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23, s30, s31, s32, s33;
        s00 = s01 = s02 = s03 = s10 = s11 = s12 = s13 = TLanes.Zero;
        s20 = s21 = s22 = s23 = s30 = s31 = s32 = s33 = TLanes.Zero;
        ref var w0 = ref panel.Weights(0);
        ref var w1 = ref panel.Weights(TLanes.Count);
        ref var w2 = ref panel.Weights(2 * TLanes.Count);
        ref var w3 = ref panel.Weights(3 * TLanes.Count);
        ref var x1 = ref Unsafe.Add(ref x, pairStride);
        ref var x2 = ref Unsafe.Add(ref x, 2 * pairStride);
        ref var x3 = ref Unsafe.Add(ref x, 3 * pairStride);
        for (var k = 0; k < panel.Pairs; k++)
        {
            var offset = k * 2 * Lane;
            var a = TLanes.LoadPairs(ref w0, offset);
            var b = TLanes.LoadPairs(ref w1, offset);
            var c = TLanes.LoadPairs(ref w2, offset);
            var d = TLanes.LoadPairs(ref w3, offset);
            var pair = TLanes.CreatePair(Unsafe.Add(ref x, k));
            s00 = TLanes.MultiplyAdd(s00, pair, a);
            s01 = TLanes.MultiplyAdd(s01, pair, b);
            s02 = TLanes.MultiplyAdd(s02, pair, c);
            s03 = TLanes.MultiplyAdd(s03, pair, d);
            pair = TLanes.CreatePair(Unsafe.Add(ref x1, k));
            s10 = TLanes.MultiplyAdd(s10, pair, a);
            s11 = TLanes.MultiplyAdd(s11, pair, b);
            s12 = TLanes.MultiplyAdd(s12, pair, c);
            s13 = TLanes.MultiplyAdd(s13, pair, d);
            pair = TLanes.CreatePair(Unsafe.Add(ref x2, k));
            s20 = TLanes.MultiplyAdd(s20, pair, a);
            s21 = TLanes.MultiplyAdd(s21, pair, b);
            s22 = TLanes.MultiplyAdd(s22, pair, c);
            s23 = TLanes.MultiplyAdd(s23, pair, d);
            pair = TLanes.CreatePair(Unsafe.Add(ref x3, k));
            s30 = TLanes.MultiplyAdd(s30, pair, a);
            s31 = TLanes.MultiplyAdd(s31, pair, b);
            s32 = TLanes.MultiplyAdd(s32, pair, c);
            s33 = TLanes.MultiplyAdd(s33, pair, d);
        }

        Store4(ref y, panel, scales[0], s00, s01, s02, s03);
        Store4(ref Unsafe.Add(ref y, stride), panel, scales[1], s10, s11, s12, s13);
        Store4(ref Unsafe.Add(ref y, 2 * stride), panel, scales[2], s20, s21, s22, s23);
        Store4(ref Unsafe.Add(ref y, 3 * stride), panel, scales[3], s30, s31, s32, s33);
    }

    private static void Multiply4x1(
        ref int x, int pairStride, Panel panel, ReadOnlySpan<float> scales, ref float y, int stride)
    {
        TInteger s0, s1, s2, s3;
        s0 = s1 = s2 = s3 = TLanes.Zero;
        ref var weights = ref panel.Weights(0);
        ref var x1 = ref Unsafe.Add(ref x, pairStride);
        ref var x2 = ref Unsafe.Add(ref x, 2 * pairStride);
        ref var x3 = ref Unsafe.Add(ref x, 3 * pairStride);
        for (var k = 0; k < panel.Pairs; k++)
        {
            var a = TLanes.LoadPairs(ref weights, k * 2 * Lane);
            s0 = TLanes.MultiplyAdd(s0, TLanes.CreatePair(Unsafe.Add(ref x, k)), a);
            s1 = TLanes.MultiplyAdd(s1, TLanes.CreatePair(Unsafe.Add(ref x1, k)), a);
            s2 = TLanes.MultiplyAdd(s2, TLanes.CreatePair(Unsafe.Add(ref x2, k)), a);
            s3 = TLanes.MultiplyAdd(s3, TLanes.CreatePair(Unsafe.Add(ref x3, k)), a);
        }

        Store(ref y, 0, panel, scales[0], s0);
        Store(ref y, stride, panel, scales[1], s1);
        Store(ref y, 2 * stride, panel, scales[2], s2);
        Store(ref y, 3 * stride, panel, scales[3], s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store4(ref float y, Panel panel, float scale, TInteger s0, TInteger s1, TInteger s2, TInteger s3)
    {
        Store(ref y, 0, panel, scale, s0, 0);
        Store(ref y, TLanes.Count, panel, scale, s1, TLanes.Count);
        Store(ref y, 2 * TLanes.Count, panel, scale, s2, 2 * TLanes.Count);
        Store(ref y, 3 * TLanes.Count, panel, scale, s3, 3 * TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float y, int offset, Panel panel, float scale, TInteger sum, int column = 0)
    {
        var scales = TLanes.Multiply(TLanes.Load(ref panel.Scales, column), TLanes.Create(scale));
        var product = TLanes.Multiply(TLanes.ToSingle(sum), scales);
        TLanes.Store(TLanes.Add(product, TLanes.Load(ref panel.Bias, column)), ref y, offset);
    }

    // The weights, scales and biases of the outputs from one column on.
    private readonly ref struct Panel(QuantisedMatrix matrix, int column, int pairs)
    {
        private readonly ref short weights = ref MemoryMarshal.GetArrayDataReference(matrix.Weights);

        public readonly ref float Scales = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.Scales), column);

        public readonly ref float Bias = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.Bias), column);

        public int Pairs => pairs;

        public ref short Weights(int offset)
        {
            var output = column + offset;
            return ref Unsafe.Add(ref weights, ((output / Lane * pairs * Lane) + (output % Lane)) * 2);
        }
    }
}
