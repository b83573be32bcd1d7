using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Graph.Language.Models.Kernels;

/// <summary>The arithmetic of the models over vectors of one width.</summary>
/// <remarks>
/// The loops are compiled with all optimisations at their first call: a single article is read before the runtime would have
/// found out that they are hot (125 ms instead of 300 for the first one).
/// </remarks>
internal sealed class LaneKernel<TLanes, TSingle, TInteger> : Kernel
    where TLanes : struct, ILanes<TSingle, TInteger>
    where TSingle : struct
    where TInteger : struct
{
    private const float ExponentBound = 80;
    private const float GateBound = 30;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override float Quantise(ReadOnlySpan<float> values, Span<byte> quantised)
    {
        ref var source = ref MemoryMarshal.GetReference(values);
        ref var target = ref MemoryMarshal.GetReference(quantised);
        var max = GreatestMagnitude(values);
        var factor = TLanes.Create(MaxActivation / max);
        for (var i = 0; i < values.Length; i += TLanes.Count)
        {
            TLanes.StoreByte(TLanes.Multiply(TLanes.Load(ref source, i), factor), ref target, i);
        }

        return max / MaxActivation;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override float Quantise(ReadOnlySpan<float> values, Span<short> quantised)
    {
        ref var source = ref MemoryMarshal.GetReference(values);
        ref var target = ref MemoryMarshal.GetReference(quantised);
        var max = GreatestMagnitude(values);
        var factor = TLanes.Create(MaxFactor / max);
        for (var i = 0; i < values.Length; i += TLanes.Count)
        {
            TLanes.StoreShort(TLanes.Multiply(TLanes.Load(ref source, i), factor), ref target, i);
        }

        return max / MaxFactor;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(
        ReadOnlySpan<byte> rows, int rowStride, ReadOnlySpan<float> scales, QuantisedMatrix matrix, Span<float> output)
    {
        // The instruction made for this exists in 256 bits here; two of them do more than one of 512 bits without it.
        if (TLanes.Count > Vector256<float>.Count && AvxVnni.IsSupported)
        {
            MatrixProduct<Lanes256, Vector256<float>, Vector256<int>>.Multiply(rows, rowStride, scales, matrix, output);
        }
        else
        {
            MatrixProduct<TLanes, TSingle, TInteger>.Multiply(rows, rowStride, scales, matrix, output);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float GreatestMagnitude(ReadOnlySpan<float> values)
    {
        ref var source = ref MemoryMarshal.GetReference(values);
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

        return max;
    }
}
