using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>Rows quantised to 8 bits, with one scale for all rows of a sentence.</summary>
internal sealed class QuantisedBuffer
{
    private byte[] values = [];
    private float[] scales = [];
    private int roundedRows;

    public int Width { get; private set; }

    /// <summary>The scale of each row, in number a multiple of <see cref="Kernel.RowBlock"/>.</summary>
    public ReadOnlySpan<float> Scales => scales.AsSpan(0, roundedRows);

    /// <summary>The rows from <paramref name="row"/> on; before row 0 stands row −1, all zero.</summary>
    public Span<byte> From(int row) => values.AsSpan((row + 1) * Width);

    /// <summary>Quantises the sentences of a chunk; the rows between them become zero.</summary>
    public void Fill(Kernel kernel, SentenceChunk chunk, RowBuffer source)
    {
        Width = source.Width;
        roundedRows = (chunk.Rows + Kernel.RowBlock - 1) / Kernel.RowBlock * Kernel.RowBlock;

        // A window reads one row before the first and one beyond the last.
        var needed = (roundedRows + 2) * Width;
        if (needed > values.Length || roundedRows > scales.Length)
        {
            values = new byte[needed * 5 / 4];
            scales = new float[roundedRows * 5 / 4];
        }

        From(-1)[..(2 * Width)].Fill(Kernel.Zero);
        scales[0] = 0;
        foreach (var (first, end) in chunk.Sentences)
        {
            var scale = kernel.Quantise(source.Rows(first, end), From(first));
            scales.AsSpan(first, end - first).Fill(scale);
            From(end)[..Width].Fill(Kernel.Zero);
            scales[end] = 0;
        }
    }
}
