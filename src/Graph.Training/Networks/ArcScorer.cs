using Graph.Language.Models;

namespace Graph.Training.Networks;

/// <summary>Scores every possible head of every word: a dot product of the dependant's projection with the head's plus a vector for their distance.</summary>
internal sealed class ArcScorer
{
    private readonly LinearLayer dependant;
    private readonly LinearLayer head;
    private readonly Parameter distances;
    private readonly Matrix dependantGradient;
    private readonly Matrix headGradient;
    private readonly Matrix distanceTransposed;
    private readonly Matrix distanceScores;
    private readonly Matrix distanceGradient;
    private readonly List<Matrix> scores = [];

    public ArcScorer(ParameterSet parameters, int inputs, int width)
    {
        dependant = new LinearLayer(parameters, "arc.dependant", inputs, width);
        head = new LinearLayer(parameters, "arc.head", inputs, width);
        distances = parameters.Add("arc.distance", ArcDistance.Count, width, 0.1f);
        dependantGradient = new Matrix(0, width);
        headGradient = new Matrix(0, width);
        distanceTransposed = new Matrix(width, ArcDistance.Count);
        distanceScores = new Matrix(0, ArcDistance.Count);
        distanceGradient = new Matrix(0, ArcDistance.Count);
    }

    /// <summary>Scores, or after <see cref="Backward"/> probabilities, of a sentence: a row for each dependant, column 0 the root, column h + 1 the word h.</summary>
    public Matrix Scores(int sentence) => scores[sentence];

    public void Forward(Matrix encoded, ReadOnlySpan<int> starts)
    {
        var d = dependant.Forward(encoded);
        var h = head.Forward(encoded);
        Gemm.Transpose(distances.Value, distanceTransposed);
        distanceScores.SetRows(encoded.Rows);
        Gemm.Multiply(d, distanceTransposed, distanceScores);
        scores.Clear();
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            var start = starts[sentence];
            var count = starts[sentence + 1] - start;
            var table = new Matrix(count, count + 1);
            for (var i = 0; i < count; i++)
            {
                var row = table.Row(i);
                var mine = d.PaddedRow(start + i);
                var byDistance = distanceScores.Row(start + i);
                row[0] = byDistance[ArcDistance.Root];
                for (var j = 0; j < count; j++)
                {
                    row[j + 1] = i == j
                        ? -1e9f
                        : Vectors.Dot(mine, h.PaddedRow(start + j)) + byDistance[ArcDistance.Of(i - j)];
                }
            }

            scores.Add(table);
        }
    }

    /// <summary>Adds the cross-entropy against gold heads (−1 the root, less: unknown, and left out) and takes it back to the encoding.</summary>
    public double Backward(
        Matrix encoded, ReadOnlySpan<int> starts, ReadOnlySpan<int> gold, Matrix encodedGradient, float scale, bool accumulate)
    {
        dependantGradient.SetRows(encoded.Rows);
        headGradient.SetRows(encoded.Rows);
        distanceGradient.SetRows(encoded.Rows);
        dependantGradient.Clear();
        headGradient.Clear();
        distanceGradient.Clear();
        var loss = 0.0;
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            var start = starts[sentence];
            var table = scores[sentence];
            for (var i = 0; i < table.Rows; i++)
            {
                if (gold[start + i] < -1)
                {
                    continue;
                }

                var row = table.Row(i);
                Vectors.Softmax(row);
                var goldColumn = gold[start + i] + 1;
                loss -= Math.Log(Math.Max(row[goldColumn], 1e-30f));
                BackwardWord(row, goldColumn, start, i, scale);
            }
        }

        Gemm.Multiply(distanceGradient, distances.Value, dependantGradient, accumulate: true);
        Gemm.MultiplyTransposedLeft(distanceGradient, dependant.Output, distances.Gradient, accumulate: true);
        dependant.Backward(encoded, dependantGradient, encodedGradient, accumulate);
        head.Backward(encoded, headGradient, encodedGradient, accumulate: true);
        return loss;
    }

    private void BackwardWord(ReadOnlySpan<float> probabilities, int goldColumn, int start, int i, float scale)
    {
        var byDistance = distanceGradient.Row(start + i);
        var mine = dependant.Output.PaddedRow(start + i);
        var mineGradient = dependantGradient.PaddedRow(start + i);
        for (var column = 0; column < probabilities.Length; column++)
        {
            var gradient = scale * (probabilities[column] - (column == goldColumn ? 1 : 0));
            if (column == 0)
            {
                byDistance[ArcDistance.Root] += gradient;
            }
            else if (column - 1 != i && MathF.Abs(gradient) > 1e-9f)
            {
                var j = column - 1;
                byDistance[ArcDistance.Of(i - j)] += gradient;
                Vectors.AddScaled(gradient, head.Output.PaddedRow(start + j), mineGradient);
                Vectors.AddScaled(gradient, mine, headGradient.PaddedRow(start + j));
            }
        }
    }
}
