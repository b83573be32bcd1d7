namespace Graph.Training.Networks;

/// <summary>Y = X·W + b.</summary>
public sealed class LinearLayer
{
    private readonly Parameter weights;
    private readonly Parameter? bias;
    private readonly Matrix transposed;

    public LinearLayer(ParameterSet parameters, string name, int inputs, int outputs, bool hasBias = true)
    {
        weights = parameters.Add(name + ".weights", inputs, outputs, MathF.Sqrt(2f / (inputs + outputs)));
        bias = hasBias ? parameters.Add(name + ".bias", 1, outputs, 0) : null;
        transposed = new Matrix(outputs, inputs);
        Output = new Matrix(0, outputs);
    }

    public Matrix Output { get; }

    public Matrix Forward(Matrix input)
    {
        Output.SetRows(input.Rows);
        Gemm.Multiply(input, weights.Value, Output);
        if (bias is not null)
        {
            for (var row = 0; row < input.Rows; row++)
            {
                Vectors.Add(bias.Value.PaddedRow(0), Output.PaddedRow(row));
            }
        }

        return Output;
    }

    /// <summary>Adds to the gradients of the weights and, where asked for, writes or adds that of the input.</summary>
    public void Backward(Matrix input, Matrix outputGradient, Matrix? inputGradient, bool accumulate = false)
    {
        Gemm.MultiplyTransposedLeft(input, outputGradient, weights.Gradient, accumulate: true);
        if (bias is not null)
        {
            for (var row = 0; row < input.Rows; row++)
            {
                Vectors.Add(outputGradient.PaddedRow(row), bias.Gradient.PaddedRow(0));
            }
        }

        if (inputGradient is not null)
        {
            Gemm.Transpose(weights.Value, transposed);
            inputGradient.SetRows(input.Rows);
            Gemm.Multiply(outputGradient, transposed, inputGradient, accumulate);
        }
    }
}
