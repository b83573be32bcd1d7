using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>Rows of numbers, reused from chunk to chunk; grows to the longest chunk seen.</summary>
internal sealed class RowBuffer
{
    private float[] values = [];

    /// <summary>Width of a row, padding included.</summary>
    public int Width { get; private set; }

    public Span<float> this[int row] => values.AsSpan(row * Width, Width);

    /// <summary>The rows from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public Span<float> Rows(int first, int end) => values.AsSpan(first * Width, (end - first) * Width);

    /// <summary>Makes room; contents are undefined.</summary>
    /// <param name="rows">Rounded up to whole blocks, which is how kernels take them.</param>
    /// <param name="width">Rounded up to whole vectors.</param>
    public void Shape(int rows, int width)
    {
        Width = (width + Kernel.Lane - 1) / Kernel.Lane * Kernel.Lane;
        var needed = (rows + Kernel.RowBlock - 1) / Kernel.RowBlock * Kernel.RowBlock * Width;
        if (needed > values.Length)
        {
            values = new float[needed * 5 / 4];
        }
    }
}
