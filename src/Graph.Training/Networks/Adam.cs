using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Graph.Training.Networks;

/// <summary>Adam with bias correction; rows of sparse parameters are brought forward only in steps that reach them.</summary>
public sealed class Adam
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.98f;

    // Inside the root: second moments of unused columns decay to denormals, and 0/0 would follow.
    private const float Epsilon = 1e-12f;

    private readonly ParameterSet parameters;
    private readonly List<(Matrix First, Matrix Second)> moments = [];
    private int step;

    public Adam(ParameterSet parameters)
    {
        this.parameters = parameters;
        foreach (var parameter in parameters.All)
        {
            moments.Add((
                new Matrix(parameter.Value.Rows, parameter.Value.Columns),
                new Matrix(parameter.Value.Rows, parameter.Value.Columns)));
        }
    }

    /// <summary>Takes one step against the gradients, shortened to a norm of at most <paramref name="maxNorm"/>, and clears them.</summary>
    public void Step(float rate, float maxNorm)
    {
        step++;
        var norm = GradientNorm();
        var clip = norm > maxNorm ? maxNorm / norm : 1;
        var correctedRate = rate * MathF.Sqrt(1 - MathF.Pow(SecondDecay, step)) / (1 - MathF.Pow(FirstDecay, step));
        for (var i = 0; i < parameters.All.Count; i++)
        {
            var parameter = parameters.All[i];
            var (first, second) = moments[i];
            if (parameter.IsSparse)
            {
                foreach (var row in parameter.TouchedRows)
                {
                    Update(
                        parameter.Value.PaddedRow(row), parameter.Gradient.PaddedRow(row),
                        first.PaddedRow(row), second.PaddedRow(row), correctedRate, clip);
                }
            }
            else
            {
                Update(parameter.Value.Data, parameter.Gradient.Data, first.Data, second.Data, correctedRate, clip);
            }

            parameter.ClearGradient();
        }
    }

    private static void Update(
        Span<float> values, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, float rate, float clip)
    {
        ref var v = ref MemoryMarshal.GetReference(values);
        ref var g = ref MemoryMarshal.GetReference(gradients);
        ref var m = ref MemoryMarshal.GetReference(first);
        ref var s = ref MemoryMarshal.GetReference(second);
        for (nuint i = 0; i < (nuint)values.Length; i += Matrix.Lane)
        {
            var gradient = Vector512.LoadUnsafe(ref g, i) * clip;
            var mean = (Vector512.LoadUnsafe(ref m, i) * FirstDecay) + (gradient * (1 - FirstDecay));
            var square = (Vector512.LoadUnsafe(ref s, i) * SecondDecay) + (gradient * gradient * (1 - SecondDecay));
            mean.StoreUnsafe(ref m, i);
            square.StoreUnsafe(ref s, i);
            var change = mean * rate / Vector512.Sqrt(square + Vector512.Create(Epsilon));
            (Vector512.LoadUnsafe(ref v, i) - change).StoreUnsafe(ref v, i);
        }
    }

    private float GradientNorm()
    {
        var sum = 0f;
        foreach (var parameter in parameters.All)
        {
            if (parameter.IsSparse)
            {
                foreach (var row in parameter.TouchedRows)
                {
                    sum += Vectors.Dot(parameter.Gradient.PaddedRow(row), parameter.Gradient.PaddedRow(row));
                }
            }
            else
            {
                sum += Vectors.Dot(parameter.Gradient.Data, parameter.Gradient.Data);
            }
        }

        return MathF.Sqrt(sum);
    }
}
