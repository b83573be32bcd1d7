namespace Graph.Training.Networks;

/// <summary>A trained matrix with its gradient.</summary>
public sealed class Parameter
{
    private readonly List<int> touched = [];
    private readonly bool[] isTouched;

    internal Parameter(string name, Matrix value, bool isSparse)
    {
        Name = name;
        Value = value;
        Gradient = new Matrix(value.Rows, value.Columns);
        IsSparse = isSparse;
        isTouched = new bool[isSparse ? value.Rows : 0];
    }

    public string Name { get; }

    public Matrix Value { get; }

    public Matrix Gradient { get; }

    /// <summary>Whether a step reaches only a few rows (an embedding table).</summary>
    public bool IsSparse { get; }

    /// <summary>Rows of a sparse parameter that have a gradient, in the order they were reached.</summary>
    public IReadOnlyList<int> TouchedRows => touched;

    /// <summary>Marks a row of a sparse parameter as having a gradient.</summary>
    public void Touch(int row)
    {
        if (!isTouched[row])
        {
            isTouched[row] = true;
            touched.Add(row);
        }
    }

    public void ClearGradient()
    {
        if (!IsSparse)
        {
            Gradient.Clear();
            return;
        }

        foreach (var row in touched)
        {
            Gradient.Row(row).Clear();
            isTouched[row] = false;
        }

        touched.Clear();
    }
}
