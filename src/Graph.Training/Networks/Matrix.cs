namespace Graph.Training.Networks;

/// <summary>A row-major matrix of single-precision numbers whose rows are padded with zeros to whole 512-bit vectors.</summary>
/// <remarks>Padding columns stay zero: every operation here keeps them so, which lets kernels run over whole vectors.</remarks>
public sealed class Matrix
{
    /// <summary>Elements in the widest vector; rows are padded to a multiple of it.</summary>
    public const int Lane = 16;

    private float[] data;

    public Matrix(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Stride = Padded(columns);
        data = new float[rows * Stride];
    }

    public int Rows { get; private set; }

    public int Columns { get; }

    /// <summary>Distance between the starts of neighbouring rows.</summary>
    public int Stride { get; }

    /// <summary>All rows, padding included.</summary>
    public Span<float> Data => data.AsSpan(0, Rows * Stride);

    public ref float this[int row, int column] => ref data[(row * Stride) + column];

    public Span<float> Row(int row) => data.AsSpan(row * Stride, Columns);

    /// <summary>The row with its padding.</summary>
    public Span<float> PaddedRow(int row) => data.AsSpan(row * Stride, Stride);

    /// <summary>Changes the number of rows; contents are undefined except that padding columns are zero.</summary>
    public void SetRows(int rows)
    {
        if (rows * Stride > data.Length)
        {
            data = new float[Math.Max(rows * Stride, data.Length * 2)];
        }

        Rows = rows;
    }

    public void Clear() => Data.Clear();

    public void CopyFrom(Matrix other) => other.Data.CopyTo(Data);

    internal static int Padded(int columns) => (columns + Lane - 1) / Lane * Lane;
}
