using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>A network that tells how likely each label of a word is, by one head for each corpus it was trained on; the file says how much each has to say.</summary>
internal sealed class NameModel
{
    private readonly Kernel kernel;
    private readonly EncoderModel encoder;
    private readonly QuantisedMatrix[] heads;
    private readonly float[] weights;

    private NameModel(ModelFile file, WordVectors vectors, Kernel kernel)
    {
        this.kernel = kernel;
        encoder = EncoderModel.Load(file, vectors, kernel);
        Corpora = file.Strings("corpora");
        weights = file.Singles("weights");
        heads = [.. Enumerable.Range(0, Corpora.Count).Select(corpus => ModelMatrix.Load(file, $"names{corpus}"))];
        TableSizes = [.. encoder.TableSizes];
    }

    /// <summary>Names of the corpora, in the order of the heads.</summary>
    public IReadOnlyList<string> Corpora { get; }

    /// <summary>Rows of each table of hashed embeddings.</summary>
    public int[] TableSizes { get; }

    public static NameModel Load(ModelFile file, WordVectors vectors, Kernel kernel) => new(file, vectors, kernel);

    /// <summary>Adds the probabilities of the words of a chunk.</summary>
    /// <param name="share">What the probabilities of one word sum to.</param>
    /// <param name="probabilities"><see cref="NameLabels.Count"/> numbers for each row.</param>
    public void AddProbabilities(SentenceChunk chunk, NameWorkspace workspace, float share, Span<float> probabilities)
    {
        var encoding = workspace.Encoder;
        var encoded = encoder.EncodeInput(chunk, encoding);
        encoded = encoder.EncodeLayers(chunk, encoded, 0, encoder.Layers, encoding);
        encoding.Quantised.Fill(kernel, chunk, encoded);
        for (var head = 0; head < heads.Length; head++)
        {
            if (weights[head] > 0)
            {
                encoding.Multiply(kernel, chunk, heads[head], workspace.Logits);
                foreach (var (first, end) in chunk.Sentences)
                {
                    AddProbabilities(workspace.Logits, first, end, share * weights[head], probabilities);
                }
            }
        }
    }

    private void AddProbabilities(RowBuffer logits, int first, int end, float weight, Span<float> probabilities)
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
                probabilities[(row * NameLabels.Count) + label] += weight * values[label] / sum;
            }
        }
    }
}
