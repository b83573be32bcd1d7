namespace Graph.Language.Models.Kernels;

/// <summary>Weights of 8 bits with a scale for each output, laid out for <see cref="Kernel.Multiply"/>.</summary>
internal sealed class QuantisedMatrix
{
    private QuantisedMatrix(short[] weights, float[] scales, float[] bias, int inputs, int outputs)
    {
        Weights = weights;
        Scales = scales;
        Bias = bias;
        Inputs = inputs;
        Outputs = outputs;
    }

    /// <summary>For each block of 16 outputs and each pair of inputs, the two weights of each output side by side.</summary>
    public short[] Weights { get; }

    public float[] Scales { get; }

    public float[] Bias { get; }

    /// <summary>Even; an odd last input is joined by one whose weights are zero.</summary>
    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary><see cref="Outputs"/> rounded up to whole blocks.</summary>
    public int PaddedOutputs => Scales.Length;

    /// <summary>Lays out weights.</summary>
    /// <param name="weights">A row for each input.</param>
    /// <param name="bias">One number for each output, or none.</param>
    public static QuantisedMatrix Create(ReadOnlySpan<sbyte> weights, ReadOnlySpan<float> scales, ReadOnlySpan<float> bias)
    {
        var outputs = scales.Length;
        var inputs = weights.Length / outputs;
        var pairs = (inputs + 1) / 2;
        var padded = (outputs + Kernel.Lane - 1) / Kernel.Lane * Kernel.Lane;
        var laidOut = new short[pairs * 2 * padded];
        for (var input = 0; input < inputs; input++)
        {
            for (var output = 0; output < outputs; output++)
            {
                var block = output / Kernel.Lane;
                var position = (((block * pairs) + (input / 2)) * 2 * Kernel.Lane) + (output % Kernel.Lane * 2) + (input % 2);
                laidOut[position] = weights[(input * outputs) + output];
            }
        }

        var paddedScales = new float[padded];
        var paddedBias = new float[padded];
        scales.CopyTo(paddedScales);
        bias.CopyTo(paddedBias);
        return new QuantisedMatrix(laidOut, paddedScales, paddedBias, pairs * 2, outputs);
    }
}
