using System.Runtime.InteropServices;
using Graph.Language;
using Graph.Language.Models;
using Graph.Training.Learning;
using Graph.Training.Networks;

namespace Graph.Training.Naming;

/// <summary>Finds names: an encoder, a softmax for each corpus, because the corpora do not agree on what a name is, and one for all, which tells them apart by the text.</summary>
internal sealed class NameNetwork : ILearner<NameExample>
{
    private readonly Encoder encoder;
    private readonly Classifier[] heads;
    private readonly Matrix gradient;
    private readonly Batch batch = new();
    private readonly List<int> gold = [];

    public NameNetwork(ParameterSet parameters, EncoderShape shape, int ownHeads, WordVectors vectors, float dropRate)
    {
        encoder = new Encoder(parameters, shape, vectors, dropRate);
        heads = new Classifier[ownHeads + 1];
        for (var head = 0; head < heads.Length; head++)
        {
            heads[head] = new Classifier(parameters, $"names{head}", shape.OutputWidth, NameLabels.Count);
        }

        gradient = new Matrix(0, shape.OutputWidth);
    }

    /// <summary>Number of the head for all corpora.</summary>
    public int Joint => heads.Length - 1;

    /// <inheritdoc/>
    public double Learn(ReadOnlySpan<NameExample> examples, SeededRandom random, float scale)
    {
        var encoded = Encode(examples, random);
        gradient.SetRows(encoded.Rows);
        gradient.Clear();
        var loss = 0.0;
        for (var head = 0; head < heads.Length; head++)
        {
            gold.Clear();
            foreach (var example in examples)
            {
                for (var i = 0; i < example.Words; i++)
                {
                    gold.Add(head == Joint || example.Head == head ? example.Labels[i] : -1);
                }
            }

            heads[head].Forward(encoded);
            loss += heads[head].Backward(
                encoded, CollectionsMarshal.AsSpan(gold), feedback: null, gradient, scale, accumulate: true);
        }

        var starts = CollectionsMarshal.AsSpan(batch.Starts);
        var below = encoder.BackwardLayers(gradient, 0, encoder.Layers, starts);
        encoder.BackwardInput(below, CollectionsMarshal.AsSpan(batch.Features), starts);
        return loss;
    }

    /// <summary>Finds the names of sentences by one head.</summary>
    public void Predict(ReadOnlySpan<NameExample> examples, int head, Action<int, List<NameSpan>> found)
    {
        heads[head].Forward(Encode(examples, random: null));

        for (var i = 0; i < examples.Length; i++)
        {
            var words = examples[i].Words;
            var scores = new float[words * NameLabels.Count];
            for (var word = 0; word < words; word++)
            {
                var row = heads[head].Probabilities.Row(batch.Starts[i] + word);
                for (var label = 0; label < NameLabels.Count; label++)
                {
                    scores[(word * NameLabels.Count) + label] = MathF.Log(row[label] + 1e-20f);
                }
            }

            var labels = new int[words];
            NameDecoder.Decode(scores, NameLabels.Count, new byte[scores.Length], labels);
            var names = new List<NameSpan>();
            NameDecoder.Read(labels, names);
            found(i, names);
        }
    }

    private Matrix Encode(ReadOnlySpan<NameExample> examples, SeededRandom? random)
    {
        batch.Clear();
        foreach (var example in examples)
        {
            batch.Add(example.Features, example.Words);
        }

        var starts = CollectionsMarshal.AsSpan(batch.Starts);
        var encoded = encoder.ForwardInput(CollectionsMarshal.AsSpan(batch.Features), starts, random);
        return encoder.ForwardLayers(encoded, 0, encoder.Layers, starts, random);
    }
}
