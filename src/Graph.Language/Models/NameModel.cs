using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>Scores the labels of words as parts of names, by one head for each corpus it was trained on.</summary>
internal sealed class NameModel
{
    private readonly Kernel kernel;
    private readonly EncoderModel encoder;
    private readonly QuantisedMatrix[] heads;

    private NameModel(ModelFile file, WordVectors vectors, Kernel kernel)
    {
        this.kernel = kernel;
        encoder = EncoderModel.Load(file, vectors, kernel);
        Corpora = file.Strings("corpora");
        heads = [.. Enumerable.Range(0, Corpora.Count).Select(corpus => ModelMatrix.Load(file, $"names{corpus}"))];
        TableSizes = [.. encoder.TableSizes];
    }

    /// <summary>Names of the corpora, in the order of the heads.</summary>
    public IReadOnlyList<string> Corpora { get; }

    /// <summary>Rows of each table of hashed embeddings.</summary>
    public int[] TableSizes { get; }

    public static NameModel Load(ModelFile file, WordVectors vectors, Kernel kernel) => new(file, vectors, kernel);

    /// <summary>Scores the words of a chunk.</summary>
    /// <param name="weights">How much each head has to say; they sum to 1.</param>
    /// <param name="scores">For each row receives <see cref="NameLabels.Count"/> logarithms of probabilities.</param>
    public void Score(SentenceChunk chunk, NameWorkspace workspace, ReadOnlySpan<float> weights, Span<float> scores)
    {
        var encoding = workspace.Encoder;
        var encoded = encoder.EncodeInput(chunk, encoding);
        encoded = encoder.EncodeLayers(chunk, encoded, 0, encoder.Layers, encoding);
        encoding.Quantised.Fill(kernel, chunk, encoded);
        scores[..(chunk.Rows * NameLabels.Count)].Clear();
        for (var corpus = 0; corpus < heads.Length; corpus++)
        {
            if (weights[corpus] > 0)
            {
                encoding.Multiply(kernel, chunk, heads[corpus], workspace.Logits);
                foreach (var (first, end) in chunk.Sentences)
                {
                    AddProbabilities(workspace.Logits, first, end, weights[corpus], scores);
                }
            }
        }

        foreach (ref var score in scores[..(chunk.Rows * NameLabels.Count)])
        {
            score = MathF.Log(score + 1e-8f);
        }
    }

    private void AddProbabilities(RowBuffer logits, int first, int end, float weight, Span<float> scores)
    {
        for (var row = first; row < end; row++)
        {
            var values = logits[row];
            kernel.Exponentiate(values, values[Greatest.IndexOf(values[..NameLabels.Count])]);
            var sum = 0f;
            foreach (var value in values[..NameLabels.Count])
            {
                sum += value;
            }

            for (var label = 0; label < NameLabels.Count; label++)
            {
                scores[(row * NameLabels.Count) + label] += weight * values[label] / sum;
            }
        }
    }
}
