using System.Runtime.InteropServices;
using Graph.Language.Models;
using Graph.Training.Learning;
using Graph.Training.Networks;

namespace Graph.Training.Parsing;

/// <summary>Tags and parses: an encoder, a softmax over tags whose outcome is fed back into the encoding, and scorers of arcs and labels.</summary>
internal sealed class ParserNetwork : ILearner<ParserExample>
{
    private readonly Encoder encoder;
    private readonly int tagLayer;
    private readonly Classifier tags;
    private readonly Parameter tagVectors;
    private readonly ArcScorer arcs;
    private readonly LabelScorer labels;
    private readonly SpanningTree tree = new();
    private readonly Batch batch = new();
    private readonly Matrix informed;
    private readonly Matrix top;
    private readonly Matrix tagFeedback;
    private readonly Matrix tagVectorsTransposed;
    private readonly List<int> goldTags = [];
    private readonly List<int> goldHeads = [];
    private readonly List<int> goldLabels = [];

    public ParserNetwork(ParameterSet parameters, ParserShape shape, WordVectors vectors, float dropRate)
    {
        encoder = new Encoder(parameters, shape.Encoder, vectors, dropRate);
        tagLayer = shape.TagLayer;
        var width = shape.Encoder.OutputWidth;
        tags = new Classifier(parameters, "tags", width, shape.Tags);
        tagVectors = parameters.Add("tags.vectors", shape.Tags, width, 0.1f);
        arcs = new ArcScorer(parameters, width, shape.ArcWidth);
        labels = new LabelScorer(parameters, width, shape.LabelWidth, shape.Labels);
        informed = new Matrix(0, width);
        top = new Matrix(0, width);
        tagFeedback = new Matrix(0, shape.Tags);
        tagVectorsTransposed = new Matrix(width, shape.Tags);
    }

    /// <inheritdoc/>
    public double Learn(ReadOnlySpan<ParserExample> examples, SeededRandom random, float scale)
    {
        Fill(examples);
        var features = CollectionsMarshal.AsSpan(batch.Features);
        var starts = CollectionsMarshal.AsSpan(batch.Starts);
        var heads = CollectionsMarshal.AsSpan(goldHeads);
        var (lower, upper) = Encode(features, starts, random);
        arcs.Forward(upper, starts);
        labels.Forward(upper, starts, heads);

        top.SetRows(upper.Rows);
        var loss = arcs.Backward(upper, starts, heads, top, scale, accumulate: false);
        loss += labels.Backward(upper, starts, heads, CollectionsMarshal.AsSpan(goldLabels), top, scale);
        var gradient = encoder.BackwardLayers(top, tagLayer, encoder.Layers, starts);
        loss += BackwardTags(lower, gradient, scale);
        gradient = encoder.BackwardLayers(gradient, 0, tagLayer, starts);
        encoder.BackwardInput(gradient, features, starts);
        return loss;
    }

    /// <summary>Tags and parses sentences; the gold columns of the examples are not read.</summary>
    public void Predict(ReadOnlySpan<ParserExample> examples, Action<int, ParserPrediction> found)
    {
        Fill(examples);
        var starts = CollectionsMarshal.AsSpan(batch.Starts);
        var (_, upper) = Encode(CollectionsMarshal.AsSpan(batch.Features), starts, random: null);
        arcs.Forward(upper, starts);
        var heads = new int[batch.Words];
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            var scores = arcs.Scores(sentence);
            TreeDecoder.Decode(scores.Data, scores.Stride, tree, heads.AsSpan(starts[sentence]..starts[sentence + 1]));
        }

        labels.Forward(upper, starts, heads);
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            var range = starts[sentence]..starts[sentence + 1];
            found(sentence, new ParserPrediction(Best(tags.Probabilities, range), heads[range], Best(labels.Probabilities, range)));
        }
    }

    private static int[] Best(Matrix probabilities, Range range)
    {
        var (offset, count) = range.GetOffsetAndLength(probabilities.Rows);
        var best = new int[count];
        for (var i = 0; i < count; i++)
        {
            var row = probabilities.Row(offset + i);
            for (var j = 1; j < row.Length; j++)
            {
                best[i] = row[j] > row[best[i]] ? j : best[i];
            }
        }

        return best;
    }

    private void Fill(ReadOnlySpan<ParserExample> examples)
    {
        batch.Clear();
        goldTags.Clear();
        goldHeads.Clear();
        goldLabels.Clear();
        foreach (var example in examples)
        {
            batch.Add(example.Features, example.Words);
            goldTags.AddRange(example.Tags);
            goldHeads.AddRange(example.Heads);
            goldLabels.AddRange(example.Labels);
        }
    }

    private (Matrix Lower, Matrix Upper) Encode(ReadOnlySpan<int> features, ReadOnlySpan<int> starts, SeededRandom? random)
    {
        var lower = encoder.ForwardInput(features, starts, random);
        lower = encoder.ForwardLayers(lower, 0, tagLayer, starts, random);
        tags.Forward(lower);
        informed.SetRows(lower.Rows);
        informed.CopyFrom(lower);
        Gemm.Multiply(tags.Probabilities, tagVectors.Value, informed, accumulate: true);
        return (lower, encoder.ForwardLayers(informed, tagLayer, encoder.Layers, starts, random));
    }

    private double BackwardTags(Matrix lower, Matrix gradient, float scale)
    {
        Gemm.MultiplyTransposedLeft(tags.Probabilities, gradient, tagVectors.Gradient, accumulate: true);
        Gemm.Transpose(tagVectors.Value, tagVectorsTransposed);
        tagFeedback.SetRows(gradient.Rows);
        Gemm.Multiply(gradient, tagVectorsTransposed, tagFeedback);
        return tags.Backward(lower, CollectionsMarshal.AsSpan(goldTags), tagFeedback, gradient, scale, accumulate: true);
    }
}
