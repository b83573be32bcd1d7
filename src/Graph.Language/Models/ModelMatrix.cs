using System.Runtime.InteropServices;
using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>Reads and writes weights as sections of a model file: 8 bits with a scale for each column.</summary>
internal static class ModelMatrix
{
    /// <summary>Reads the sections <c>NAME.weights</c>, <c>NAME.scales</c> and <c>NAME.bias</c>.</summary>
    public static QuantisedMatrix Load(ModelFile file, string name) => QuantisedMatrix.Create(
        MemoryMarshal.Cast<byte, sbyte>(file.Bytes(name + ".weights").Span),
        file.Singles(name + ".scales"), file.Singles(name + ".bias"));

    /// <summary>Writes weights.</summary>
    /// <param name="weights">A row for each input, without padding.</param>
    /// <param name="bias">One number for each column, or none.</param>
    public static void Save(ModelFileWriter writer, string name, ReadOnlySpan<float> weights, int columns, ReadOnlySpan<float> bias)
    {
        var scales = new float[columns];
        var quantised = Quantise(weights, scales);
        writer.Add(name + ".weights", MemoryMarshal.AsBytes(quantised.AsSpan()));
        writer.Add(name + ".scales", scales);
        writer.Add(name + ".bias", bias);
    }

    private static sbyte[] Quantise(ReadOnlySpan<float> weights, float[] scales)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            var column = i % scales.Length;
            scales[column] = MathF.Max(scales[column], MathF.Abs(weights[i]) / sbyte.MaxValue);
        }

        var quantised = new sbyte[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var scale = scales[i % scales.Length];
            quantised[i] = scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(weights[i] / scale);
        }

        return quantised;
    }
}
