using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>Rows quantised to 16 bits, with one scale for all rows of a sentence.</summary>
internal sealed class QuantisedBuffer
{
    private short[] values = [];
    private float[] scales = [];
    private int roundedRows;

    public int Width { get; private set; }

    /// <summary>The scale of each row, in number a multiple of four.</summary>
    public ReadOnlySpan<float> Scales => scales.AsSpan(0, roundedRows);

    /// <summary>The rows from <paramref name="row"/> on; before row 0 stands row −1, all zeros.</summary>
    public Span<short> From(int row) => values.AsSpan((row + 1) * Width);

    public float ScaleOf(int row) => scales[row];

    /// <summary>Quantises the sentences of a chunk; the rows between them become zeros.</summary>
    public void Fill(Kernel kernel, SentenceChunk chunk, RowBuffer source, int limit)
    {
        Width = source.Width;
        roundedRows = (chunk.Rows + 3) / 4 * 4;

        // A window reads one row before the first and one beyond the last.
        var needed = (roundedRows + 2) * Width;
        if (needed > values.Length || roundedRows > scales.Length)
        {
            values = new short[needed * 5 / 4];
            scales = new float[roundedRows * 5 / 4];
        }

        From(-1)[..(2 * Width)].Clear();
        scales[0] = 0;
        foreach (var (first, end) in chunk.Sentences)
        {
            var scale = kernel.Quantise(source.Rows(first, end), From(first), limit);
            scales.AsSpan(first, end - first).Fill(scale);
            From(end)[..Width].Clear();
            scales[end] = 0;
        }
    }
}
