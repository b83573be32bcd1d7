namespace Graph.Training.Networks;

/// <summary>Scores the relations of given arcs: a rectified sum of projections of dependant and head, then a softmax.</summary>
internal sealed class LabelScorer
{
    private readonly LinearLayer dependant;
    private readonly LinearLayer head;
    private readonly Parameter root;
    private readonly Classifier classifier;
    private readonly Matrix joined;
    private readonly Matrix joinedGradient;
    private readonly Matrix headGradient;

    public LabelScorer(ParameterSet parameters, int inputs, int width, int labels)
    {
        dependant = new LinearLayer(parameters, "label.dependant", inputs, width);
        head = new LinearLayer(parameters, "label.head", inputs, width, hasBias: false);
        root = parameters.Add("label.root", 1, width, 0.1f);
        classifier = new Classifier(parameters, "label.output", width, labels);
        joined = new Matrix(0, width);
        joinedGradient = new Matrix(0, width);
        headGradient = new Matrix(0, width);
    }

    public Matrix Probabilities => classifier.Probabilities;

    /// <param name="heads">Each word's head, counted from its sentence's start; −1 the root.</param>
    public void Forward(Matrix encoded, ReadOnlySpan<int> starts, ReadOnlySpan<int> heads)
    {
        var d = dependant.Forward(encoded);
        var h = head.Forward(encoded);
        joined.SetRows(encoded.Rows);
        joined.CopyFrom(d);
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            for (var word = starts[sentence]; word < starts[sentence + 1]; word++)
            {
                var row = joined.PaddedRow(word);
                Vectors.Add(
                    heads[word] < 0 ? root.Value.PaddedRow(0) : h.PaddedRow(starts[sentence] + heads[word]), row);
                foreach (ref var value in row)
                {
                    value = MathF.Max(0, value);
                }
            }
        }

        classifier.Forward(joined);
    }

    /// <summary>Adds the cross-entropy against gold labels for the heads that <see cref="Forward"/> was given, and takes it back.</summary>
    public double Backward(
        Matrix encoded, ReadOnlySpan<int> starts, ReadOnlySpan<int> heads, ReadOnlySpan<int> gold,
        Matrix encodedGradient, float scale)
    {
        var loss = classifier.Backward(joined, gold, feedback: null, joinedGradient, scale, accumulate: false);
        headGradient.SetRows(encoded.Rows);
        headGradient.Clear();
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            for (var word = starts[sentence]; word < starts[sentence + 1]; word++)
            {
                var gradient = joinedGradient.PaddedRow(word);
                var values = joined.PaddedRow(word);
                for (var i = 0; i < gradient.Length; i++)
                {
                    gradient[i] = values[i] > 0 ? gradient[i] : 0;
                }

                Vectors.Add(
                    gradient,
                    heads[word] < 0
                        ? root.Gradient.PaddedRow(0)
                        : headGradient.PaddedRow(starts[sentence] + heads[word]));
            }
        }

        dependant.Backward(encoded, joinedGradient, encodedGradient, accumulate: true);
        head.Backward(encoded, headGradient, encodedGradient, accumulate: true);
        return loss;
    }
}
