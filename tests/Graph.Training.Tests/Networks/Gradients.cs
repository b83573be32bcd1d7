using Graph.Training.Networks;

namespace Graph.Training.Tests.Networks;

/// <summary>Compares the gradients that a network computes with finite differences of its loss.</summary>
internal static class Gradients
{
    // Where a rectified sum changes its sign between the two points, the difference is no slope: another step will do.
    private static readonly float[] Steps = [2e-3f, 5e-4f, 6e-3f];
    private const int ElementsOfEach = 6;

    /// <summary>Checks the elements of every parameter whose gradients are greatest.</summary>
    /// <param name="learn">Adds gradients and returns the loss; draws the same random numbers every time.</param>
    public static void Check(ParameterSet parameters, Func<double> learn)
    {
        Clear(parameters);
        learn();
        var gradients = parameters.All.Select(parameter => parameter.Gradient.Data.ToArray()).ToArray();
        for (var i = 0; i < gradients.Length; i++)
        {
            var values = parameters.All[i].Value;
            var greatest = Enumerable.Range(0, gradients[i].Length)
                .OrderByDescending(element => Math.Abs(gradients[i][element])).Take(ElementsOfEach);
            foreach (var element in greatest)
            {
                var gradient = gradients[i][element];
                var differences = Steps.Select(step => Difference(parameters, values, element, step, learn)).ToArray();
                Assert.True(
                    differences.Any(expected => Math.Abs(expected - gradient) <= 0.01 + (0.03 * Math.Abs(expected))),
                    $"{parameters.All[i].Name}[{element}]: gradient {gradient}, finite differences {string.Join(", ", differences)}");
            }
        }
    }

    private static double Difference(ParameterSet parameters, Matrix values, int element, float step, Func<double> learn)
    {
        var kept = values.Data[element];
        values.Data[element] = kept + step;
        var above = learn();
        values.Data[element] = kept - step;
        var below = learn();
        values.Data[element] = kept;
        Clear(parameters);
        return (above - below) / (2 * step);
    }

    private static void Clear(ParameterSet parameters)
    {
        foreach (var parameter in parameters.All)
        {
            parameter.ClearGradient();
        }
    }
}
