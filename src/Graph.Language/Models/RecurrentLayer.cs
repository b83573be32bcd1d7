using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>A bidirectional layer of simple recurrent units.</summary>
internal sealed class RecurrentLayer
{
    private const int GateRows = 4;

    private readonly QuantisedMatrix projection;
    private readonly float[] gates;

    private RecurrentLayer(QuantisedMatrix projection, float[] gates)
    {
        this.projection = projection;
        this.gates = gates;
        Hidden = gates.Length / (2 * GateRows);
    }

    /// <summary>Units of each direction.</summary>
    public int Hidden { get; }

    // Three projections for each unit, and a fourth where the input is not as wide as the output and cannot pass by as it is.
    private int Parts => projection.Outputs / (2 * Hidden);

    public static RecurrentLayer Load(ModelFile file, string name) =>
        new(ModelMatrix.Load(file, name + ".projection"), file.Singles(name + ".gates"));

    /// <summary>Encodes the sentences of a chunk further.</summary>
    /// <param name="output">Receives the encoding; not <paramref name="input"/>.</param>
    public void Run(Kernel kernel, SentenceChunk chunk, RowBuffer input, RowBuffer output, EncoderWorkspace workspace)
    {
        workspace.Multiply(kernel, chunk, input, projection, workspace.Projected);
        output.Shape(chunk.Rows, 2 * Hidden);
        foreach (var (first, end) in chunk.Sentences)
        {
            for (var direction = 0; direction < 2; direction++)
            {
                var offset = direction * Parts * Hidden;
                var skipped = Parts == GateRows ? workspace.Projected : input;
                var skippedOffset = Parts == GateRows ? offset + (3 * Hidden) : direction * Hidden;
                kernel.Scan(new Recurrence
                {
                    Projected = workspace.Projected.Rows(first, end)[offset..],
                    ProjectedStride = workspace.Projected.Width,
                    Skipped = skipped.Rows(first, end)[skippedOffset..],
                    SkippedStride = skipped.Width,
                    Gates = gates.AsSpan(direction * GateRows * Hidden, GateRows * Hidden),
                    Output = output.Rows(first, end)[(direction * Hidden)..],
                    OutputStride = output.Width,
                    State = workspace.State(Hidden),
                    Rows = end - first,
                    Hidden = Hidden,
                    IsBackward = direction == 1,
                });
            }
        }
    }
}
