namespace Graph.Language.Models.Kernels;

/// <summary>Weights of 8 bits with a scale for each output, laid out for <see cref="Kernel.Multiply"/>.</summary>
internal sealed class QuantisedMatrix
{
    private QuantisedMatrix(sbyte[] weights, int[] offsets, float[] scales, float[] bias, int inputs, int outputs)
    {
        Weights = weights;
        Offsets = offsets;
        Scales = scales;
        Bias = bias;
        Inputs = inputs;
        Outputs = outputs;
    }

    /// <summary>For each block of 16 outputs and each four inputs, the four weights of each output side by side.</summary>
    public sbyte[] Weights { get; }

    /// <summary>For each output what takes back that activations are stored around <see cref="Kernel.Zero"/>.</summary>
    public int[] Offsets { get; }

    public float[] Scales { get; }

    public float[] Bias { get; }

    /// <summary>A multiple of four; missing ones have weights of zero.</summary>
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
        var quads = (inputs + 3) / 4;
        var padded = (outputs + Kernel.Lane - 1) / Kernel.Lane * Kernel.Lane;
        var laidOut = new sbyte[quads * 4 * padded];
        var offsets = new int[padded];
        for (var input = 0; input < inputs; input++)
        {
            for (var output = 0; output < outputs; output++)
            {
                var weight = weights[(input * outputs) + output];
                var block = output / Kernel.Lane;
                laidOut[(((block * quads) + (input / 4)) * 4 * Kernel.Lane) + (output % Kernel.Lane * 4) + (input % 4)] = weight;
                offsets[output] -= Kernel.Zero * weight;
            }
        }

        var paddedScales = new float[padded];
        var paddedBias = new float[padded];
        scales.CopyTo(paddedScales);
        bias.CopyTo(paddedBias);
        return new QuantisedMatrix(laidOut, offsets, paddedScales, paddedBias, quads * 4, outputs);
    }
}
