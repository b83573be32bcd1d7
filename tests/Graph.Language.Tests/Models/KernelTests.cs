using System.Runtime.Intrinsics;
using Graph.Language.Models;
using Graph.Language.Models.Kernels;

namespace Graph.Language.Tests.Models;

public sealed class KernelTests
{
    private const int Rows = 2 * Kernel.RowBlock;

    public static TheoryData<int> Widths => [128, 256, 512];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Products_are_exact_for_every_width(int bits)
    {
        var (rows, matrix, expected) = Problem();
        var output = new float[Rows * matrix.PaddedOutputs];

        Kernel.OfWidth(bits).Multiply(rows, matrix.Inputs, Ones(), matrix, output);

        Assert.Equal(expected, output);
    }

    [Fact]
    public void Products_are_exact_without_the_instruction_for_bytes()
    {
        // 512-bit vectors have no such instruction here and take the way of machines that lack it.
        var (rows, matrix, expected) = Problem();
        var output = new float[Rows * matrix.PaddedOutputs];

        MatrixProduct<Lanes512, Vector512<float>, Vector512<int>>.Multiply(rows, matrix.Inputs, Ones(), matrix, output);

        Assert.Equal(expected, output);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Quantised_numbers_are_the_nearest_bytes(int bits)
    {
        float[] values = [1, -1, 0.5f, 0, .. Enumerable.Repeat(-0.25f, 12)];
        var bytes = new byte[values.Length];

        var scale = Kernel.OfWidth(bits).Quantise(values, bytes);

        Assert.Equal([255, 1, 192, 128], bytes[..4]);
        Assert.Equal(1f / 127, scale);
    }

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    public void Every_width_finds_the_same_tags_trees_and_names(int bits)
    {
        const string text = "Foreign Minister Faisal bin Farhan met U.S. envoy Ann Lee in Riyadh on Monday, the Saudi Press Agency said. It was short.";

        var wide = new LanguageAnalyzer(LanguageModels.Load(Kernel.OfWidth(512))).Analyze(text, null);
        var narrow = new LanguageAnalyzer(LanguageModels.Load(Kernel.OfWidth(bits))).Analyze(text, null);

        Assert.Equal(wide.Sentences.SelectMany(sentence => sentence.Tokens), narrow.Sentences.SelectMany(sentence => sentence.Tokens));
        Assert.Equal(wide.Sentences.SelectMany(sentence => sentence.Names), narrow.Sentences.SelectMany(sentence => sentence.Names));
    }

    private static (byte[] Rows, QuantisedMatrix Matrix, float[] Expected) Problem()
    {
        const int inputs = 36;
        const int outputs = 40;
        var random = new Random(5);
        var weights = Enumerable.Range(0, inputs * outputs).Select(_ => (sbyte)random.Next(-127, 128)).ToArray();
        var rows = Enumerable.Range(0, Rows * inputs).Select(_ => (byte)random.Next(1, 256)).ToArray();
        var bias = Enumerable.Range(0, outputs).Select(i => (float)i).ToArray();
        var matrix = QuantisedMatrix.Create(weights, Enumerable.Repeat(1f, outputs).ToArray(), bias);
        var expected = new float[Rows * matrix.PaddedOutputs];
        for (var row = 0; row < Rows; row++)
        {
            for (var output = 0; output < outputs; output++)
            {
                var sum = 0;
                for (var input = 0; input < inputs; input++)
                {
                    sum += (rows[(row * inputs) + input] - Kernel.Zero) * weights[(input * outputs) + output];
                }

                expected[(row * matrix.PaddedOutputs) + output] = sum + bias[output];
            }
        }

        return (rows, matrix, expected);
    }

    private static float[] Ones() => [.. Enumerable.Repeat(1f, Rows)];
}
