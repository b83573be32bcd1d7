using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>Room that the models compute in; one for each thread, reused from text to text.</summary>
internal sealed class EncoderWorkspace
{
    private float[] state = [];

    public RowBuffer Input { get; } = new();

    public RowBuffer Linear { get; } = new();

    public RowBuffer Projected { get; } = new();

    /// <summary>Encodings before and after a layer, in turn.</summary>
    public RowBuffer[] Encoded { get; } = [new(), new()];

    public QuantisedBuffer Quantised { get; } = new();

    public Span<float> State(int hidden)
    {
        if (state.Length < hidden)
        {
            state = new float[hidden];
        }

        return state.AsSpan(0, hidden);
    }

    /// <summary>Quantises rows and multiplies them by a matrix.</summary>
    public void Multiply(Kernel kernel, SentenceChunk chunk, RowBuffer source, QuantisedMatrix matrix, RowBuffer target)
    {
        Quantised.Fill(kernel, chunk, source);
        Multiply(kernel, chunk, matrix, target);
    }

    /// <summary>Multiplies the rows that were quantised last by a further matrix.</summary>
    public void Multiply(Kernel kernel, SentenceChunk chunk, QuantisedMatrix matrix, RowBuffer target)
    {
        target.Shape(chunk.Rows, matrix.PaddedOutputs);
        kernel.Multiply(Quantised.From(0), Quantised.Width, Quantised.Scales, matrix, target.Rows(0, Quantised.Scales.Length));
    }
}
