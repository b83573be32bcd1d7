namespace Graph.Training.Networks;

/// <summary>A convolution over each word and its neighbours: Y = max(0, [x₋₁ x₀ x₊₁]·W + b) + x₀; beyond a sentence's ends stand zeros.</summary>
public sealed class WindowLayer
{
    private readonly int width;
    private readonly LinearLayer linear;
    private readonly Matrix window;
    private readonly Matrix windowGradient;
    private readonly Matrix rectifiedGradient;

    /// <param name="width">Width of input and output; a multiple of <see cref="Matrix.Lane"/>.</param>
    public WindowLayer(ParameterSet parameters, string name, int width)
    {
        this.width = width;
        linear = new LinearLayer(parameters, name, 3 * width, width);
        window = new Matrix(0, 3 * width);
        windowGradient = new Matrix(0, 3 * width);
        rectifiedGradient = new Matrix(0, width);
        Output = new Matrix(0, width);
    }

    public Matrix Output { get; }

    /// <param name="starts">Where each sentence starts, then the number of words in all.</param>
    public Matrix Forward(Matrix input, ReadOnlySpan<int> starts)
    {
        window.SetRows(input.Rows);
        Output.SetRows(input.Rows);
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            for (var row = starts[sentence]; row < starts[sentence + 1]; row++)
            {
                Copy(input, row - 1, row > starts[sentence], window.Row(row)[..width]);
                Copy(input, row, true, window.Row(row)[width..]);
                Copy(input, row + 1, row + 1 < starts[sentence + 1], window.Row(row)[(2 * width)..]);
            }
        }

        var sums = linear.Forward(window).Data;
        var source = input.Data;
        var target = Output.Data;
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = MathF.Max(0, sums[i]) + source[i];
        }

        return Output;
    }

    public void Backward(Matrix outputGradient, Matrix inputGradient, ReadOnlySpan<int> starts)
    {
        rectifiedGradient.SetRows(outputGradient.Rows);
        inputGradient.SetRows(outputGradient.Rows);
        var sums = linear.Output.Data;
        var gradient = outputGradient.Data;
        var rectified = rectifiedGradient.Data;
        for (var i = 0; i < gradient.Length; i++)
        {
            rectified[i] = sums[i] > 0 ? gradient[i] : 0;
        }

        linear.Backward(window, rectifiedGradient, windowGradient);
        inputGradient.CopyFrom(outputGradient);
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            for (var row = starts[sentence]; row < starts[sentence + 1]; row++)
            {
                var parts = windowGradient.Row(row);
                if (row > starts[sentence])
                {
                    Vectors.Add(parts[..width], inputGradient.PaddedRow(row - 1));
                }

                Vectors.Add(parts[width..(2 * width)], inputGradient.PaddedRow(row));
                if (row + 1 < starts[sentence + 1])
                {
                    Vectors.Add(parts[(2 * width)..], inputGradient.PaddedRow(row + 1));
                }
            }
        }
    }

    private void Copy(Matrix input, int row, bool exists, Span<float> target)
    {
        if (exists)
        {
            input.Row(row).CopyTo(target);
        }
        else
        {
            target[..width].Clear();
        }
    }
}
