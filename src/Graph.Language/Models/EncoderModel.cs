using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>Encodes words in their sentences: word vector and hashed embeddings, a linear layer, a window over neighbours, recurrent layers.</summary>
internal sealed class EncoderModel
{
    private readonly WordVectors vectors;
    private readonly EmbeddingTable[] tables;
    private readonly QuantisedMatrix linear;
    private readonly QuantisedMatrix window;
    private readonly RecurrentLayer[] layers;
    private readonly Kernel kernel;

    private EncoderModel(ModelFile file, WordVectors vectors, Kernel kernel)
    {
        this.vectors = vectors;
        this.kernel = kernel;
        tables = [.. Enumerable.Range(0, FeatureExtractor.TableCount).Select(table => EmbeddingTable.Load(file, $"table{table}"))];
        linear = ModelMatrix.Load(file, "linear");
        window = ModelMatrix.Load(file, "window");
        layers = [.. Enumerable.Range(0, file.Integers("layers")[0]).Select(layer => RecurrentLayer.Load(file, $"recurrent{layer}"))];
    }

    /// <summary>Rows of each table of hashed embeddings.</summary>
    public IEnumerable<int> TableSizes => tables.Select(table => table.Count);

    public int Layers => layers.Length;

    public static EncoderModel Load(ModelFile file, WordVectors vectors, Kernel kernel) => new(file, vectors, kernel);

    /// <summary>Runs everything below the recurrent layers.</summary>
    public RowBuffer EncodeInput(SentenceChunk chunk, EncoderWorkspace workspace)
    {
        Describe(chunk, workspace.Input);
        workspace.Multiply(kernel, chunk, workspace.Input, linear, workspace.Linear);

        // A row and its neighbours lie one after another: from the row before on, they read as one row of three times the width.
        var encoded = workspace.Encoded[0];
        var quantised = workspace.Quantised;
        quantised.Fill(kernel, chunk, workspace.Linear);
        encoded.Shape(chunk.Rows, window.PaddedOutputs);
        kernel.Multiply(
            quantised.From(-1), quantised.Width, quantised.Scales, window, encoded.Rows(0, quantised.Scales.Length));
        kernel.RectifyAndAdd(encoded.Rows(0, chunk.Rows), workspace.Linear.Rows(0, chunk.Rows));
        return encoded;
    }

    /// <summary>Runs recurrent layers from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    /// <param name="encoded">One of the workspace's encodings.</param>
    public RowBuffer EncodeLayers(SentenceChunk chunk, RowBuffer encoded, int first, int end, EncoderWorkspace workspace)
    {
        for (var layer = first; layer < end; layer++)
        {
            var target = encoded == workspace.Encoded[0] ? workspace.Encoded[1] : workspace.Encoded[0];
            layers[layer].Run(kernel, chunk, encoded, target, workspace);
            encoded = target;
        }

        return encoded;
    }

    private void Describe(SentenceChunk chunk, RowBuffer input)
    {
        var width = vectors.Dimensions;
        foreach (var table in tables)
        {
            width += table.Width;
        }

        input.Shape(chunk.Rows, width);
        foreach (var (first, end) in chunk.Sentences)
        {
            for (var row = first; row < end; row++)
            {
                var features = chunk.FeaturesOf(row);
                var target = input[row];
                vectors.Decode(features[0], target);
                var column = vectors.Dimensions;
                for (var table = 0; table < tables.Length; table++)
                {
                    tables[table].Decode(features[table + 1], target[column..]);
                    column += tables[table].Width;
                }

                target[column..].Clear();
            }
        }
    }
}
