using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Graph.Training.Networks;

/// <summary>Elementwise work over spans whose length is a multiple of <see cref="Matrix.Lane"/>.</summary>
internal static class Vectors
{
    // Beyond this the exponential overflows and a fast reciprocal gives NaN.
    private const float GateBound = 30;

    /// <summary>target += source.</summary>
    public static void Add(ReadOnlySpan<float> source, Span<float> target)
    {
        ref var s = ref MemoryMarshal.GetReference(source);
        ref var t = ref MemoryMarshal.GetReference(target);
        for (nuint i = 0; i < (nuint)source.Length; i += Matrix.Lane)
        {
            (Vector512.LoadUnsafe(ref t, i) + Vector512.LoadUnsafe(ref s, i)).StoreUnsafe(ref t, i);
        }
    }

    /// <summary>target += factor · source.</summary>
    public static void AddScaled(float factor, ReadOnlySpan<float> source, Span<float> target)
    {
        ref var s = ref MemoryMarshal.GetReference(source);
        ref var t = ref MemoryMarshal.GetReference(target);
        var scale = Vector512.Create(factor);
        for (nuint i = 0; i < (nuint)source.Length; i += Matrix.Lane)
        {
            Vector512.FusedMultiplyAdd(scale, Vector512.LoadUnsafe(ref s, i), Vector512.LoadUnsafe(ref t, i))
                .StoreUnsafe(ref t, i);
        }
    }

    /// <summary>values ← factor · values.</summary>
    public static void Scale(float factor, Span<float> values)
    {
        foreach (ref var value in values)
        {
            value *= factor;
        }
    }

    /// <summary>target ← decay · target + (1 − decay) · source.</summary>
    public static void Mix(float decay, Span<float> target, ReadOnlySpan<float> source)
    {
        ref var s = ref MemoryMarshal.GetReference(source);
        ref var t = ref MemoryMarshal.GetReference(target);
        for (nuint i = 0; i < (nuint)source.Length; i += Matrix.Lane)
        {
            var from = Vector512.LoadUnsafe(ref s, i);
            (from + ((Vector512.LoadUnsafe(ref t, i) - from) * decay)).StoreUnsafe(ref t, i);
        }
    }

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var sum = Vector512<float>.Zero;
        for (nuint i = 0; i < (nuint)a.Length; i += Matrix.Lane)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x, i), Vector512.LoadUnsafe(ref y, i), sum);
        }

        return Vector512.Sum(sum);
    }

    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        var bounded = Vector512.Min(Vector512.Max(x, Vector512.Create(-GateBound)), Vector512.Create(GateBound));
        return Vector512<float>.One / (Vector512<float>.One + Vector512.Exp(-bounded));
    }

    /// <summary>Turns scores into probabilities in place and returns the logarithm of their normaliser.</summary>
    public static float Softmax(Span<float> scores)
    {
        var max = float.NegativeInfinity;
        foreach (var score in scores)
        {
            max = MathF.Max(max, score);
        }

        var sum = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - max);
            sum += score;
        }

        var inverse = 1 / sum;
        foreach (ref var score in scores)
        {
            score *= inverse;
        }

        return max + MathF.Log(sum);
    }
}
