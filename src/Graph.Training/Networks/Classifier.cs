namespace Graph.Training.Networks;

/// <summary>A softmax over classes, trained by cross-entropy.</summary>
internal sealed class Classifier
{
    private readonly LinearLayer linear;
    private readonly Matrix logitGradient;

    public Classifier(ParameterSet parameters, string name, int inputs, int classes)
    {
        linear = new LinearLayer(parameters, name, inputs, classes);
        logitGradient = new Matrix(0, classes);
        Probabilities = new Matrix(0, classes);
    }

    public Matrix Probabilities { get; }

    public void Forward(Matrix encoded)
    {
        var logits = linear.Forward(encoded);
        Probabilities.SetRows(encoded.Rows);
        Probabilities.CopyFrom(logits);
        for (var row = 0; row < encoded.Rows; row++)
        {
            Vectors.Softmax(Probabilities.Row(row));
        }
    }

    /// <summary>Adds the loss against gold classes (−1 leaves a word out), or against a distribution, and takes it back.</summary>
    /// <param name="feedback">A further gradient of the probabilities; null where nothing else reads them.</param>
    /// <param name="scale">Weight of this loss.</param>
    /// <returns>The summed cross-entropy, unscaled.</returns>
    public double Backward(
        Matrix encoded, ReadOnlySpan<int> gold, Matrix? feedback, Matrix encodedGradient, float scale, bool accumulate)
    {
        logitGradient.SetRows(encoded.Rows);
        var loss = 0.0;
        for (var row = 0; row < encoded.Rows; row++)
        {
            var probabilities = Probabilities.Row(row);
            var gradient = logitGradient.Row(row);
            if (gold[row] < 0)
            {
                gradient.Clear();
            }
            else
            {
                loss -= Math.Log(Math.Max(probabilities[gold[row]], 1e-30f));
                for (var i = 0; i < gradient.Length; i++)
                {
                    gradient[i] = scale * probabilities[i];
                }

                gradient[gold[row]] -= scale;
            }

            if (feedback is not null)
            {
                AddThroughSoftmax(probabilities, feedback.Row(row), gradient);
            }
        }

        linear.Backward(encoded, logitGradient, encodedGradient, accumulate);
        return loss;
    }

    private static void AddThroughSoftmax(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> upstream, Span<float> gradient)
    {
        var mean = 0f;
        for (var i = 0; i < gradient.Length; i++)
        {
            mean += probabilities[i] * upstream[i];
        }

        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] += probabilities[i] * (upstream[i] - mean);
        }
    }
}
