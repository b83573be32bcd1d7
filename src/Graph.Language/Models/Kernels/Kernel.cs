using System.Runtime.Intrinsics;

namespace Graph.Language.Models.Kernels;

/// <summary>The arithmetic of the models, for one vector width; all widths give the same bits.</summary>
internal abstract class Kernel
{
    /// <summary>Rows of matrices are padded to this many elements, the widest vector.</summary>
    public const int Lane = 16;

    /// <summary>Largest magnitude of a quantised activation; 16 bits instead of 8 measured no better.</summary>
    public const int MaxActivation = 127;

    /// <summary>What is added to a quantised activation, so that it is a byte without a sign.</summary>
    public const byte Zero = 128;

    /// <summary>Rows that a product takes at a time.</summary>
    public const int RowBlock = 6;

    /// <summary>Largest magnitude of a number that meets one of its own kind in <see cref="Dots"/>: 512 products fit into 32 bits.</summary>
    public const int MaxFactor = 2047;

    /// <summary>Picks the widest vectors that this machine computes with.</summary>
    public static Kernel Widest() =>
        Vector512.IsHardwareAccelerated ? OfWidth(512) : Vector256.IsHardwareAccelerated ? OfWidth(256) : OfWidth(128);

    /// <summary>The kernel for vectors of 128, 256 or 512 bits; it works on every machine, if slowly where the machine lacks the width.</summary>
    public static Kernel OfWidth(int bits) => bits switch
    {
        512 => new LaneKernel<Lanes512, Vector512<float>, Vector512<int>>(),
        256 => new LaneKernel<Lanes256, Vector256<float>, Vector256<int>>(),
        _ => new LaneKernel<Lanes128, Vector128<float>, Vector128<int>>(),
    };

    /// <summary>Quantises numbers to 8 bits around <see cref="Zero"/> with one scale for all.</summary>
    /// <returns>The scale: number = (quantised − <see cref="Zero"/>) · scale.</returns>
    public abstract float Quantise(ReadOnlySpan<float> values, Span<byte> quantised);

    /// <summary>Quantises numbers to 16 bits, up to <see cref="MaxFactor"/>, with one scale for all.</summary>
    /// <returns>The scale: number = quantised · scale.</returns>
    public abstract float Quantise(ReadOnlySpan<float> values, Span<short> quantised);

    /// <summary>Multiplies rows by a matrix: output = scale · (rows · weights) + bias.</summary>
    /// <param name="rows">Quantised rows, <paramref name="rowStride"/> apart; a row is as long as the matrix has inputs.</param>
    /// <param name="scales">Scale of each row. Their number, a multiple of <see cref="RowBlock"/>, is that of the rows.</param>
    /// <param name="output">Rows of <see cref="QuantisedMatrix.PaddedOutputs"/> numbers.</param>
    public abstract void Multiply(
        ReadOnlySpan<byte> rows, int rowStride, ReadOnlySpan<float> scales, QuantisedMatrix matrix, Span<float> output);

    /// <summary>Runs one direction of a layer of simple recurrent units over one sentence.</summary>
    public abstract void Scan(in Recurrence recurrence);

    /// <summary>values ← max(0, values) + added, element by element.</summary>
    public abstract void RectifyAndAdd(Span<float> values, ReadOnlySpan<float> added);

    /// <summary>target ← max(0, a + b), element by element.</summary>
    public abstract void AddAndRectify(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> target);

    /// <summary>target ← target + source, element by element.</summary>
    public abstract void Add(ReadOnlySpan<float> source, Span<float> target);

    /// <summary>Turns each number x into e to the power of x − <paramref name="offset"/>; differences below −80 count as −80.</summary>
    public abstract void Exponentiate(Span<float> values, float offset);

    /// <summary>Products of one quantised vector with several, <paramref name="stride"/> apart.</summary>
    /// <param name="length">Numbers in a vector; a multiple of <see cref="Lane"/>, at most 512.</param>
    public abstract void Dots(ReadOnlySpan<short> vector, ReadOnlySpan<short> others, int stride, int length, Span<int> products);
}
