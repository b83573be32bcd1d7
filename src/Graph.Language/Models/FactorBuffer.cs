using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>Rows quantised to 16 bits, with one scale for all rows of a sentence: what meets its own kind in products of rows.</summary>
internal sealed class FactorBuffer
{
    private short[] values = [];

    public int Width { get; private set; }

    /// <summary>The rows of the sentence that was quantised last, from <paramref name="row"/> on.</summary>
    public ReadOnlySpan<short> From(int row) => values.AsSpan(row * Width);

    /// <summary>Quantises the rows of one sentence.</summary>
    /// <returns>The scale of all of them.</returns>
    public float Fill(Kernel kernel, RowBuffer source, int first, int end)
    {
        Width = source.Width;
        var needed = (end - first) * Width;
        if (needed > values.Length)
        {
            values = new short[needed * 5 / 4];
        }

        return kernel.Quantise(source.Rows(first, end), values.AsSpan(0, needed));
    }
}
