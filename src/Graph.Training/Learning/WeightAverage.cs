using Graph.Training.Networks;

namespace Graph.Training.Learning;

/// <summary>An exponential running average of the weights; it generalises a little better than the last step's.</summary>
internal sealed class WeightAverage
{
    private readonly ParameterSet parameters;
    private readonly float[][] averages;

    public WeightAverage(ParameterSet parameters)
    {
        this.parameters = parameters;
        averages = [.. parameters.All.Select(parameter => parameter.Value.Data.ToArray())];
    }

    /// <summary>average ← decay · average + (1 − decay) · weights.</summary>
    public void Update(float decay)
    {
        for (var i = 0; i < averages.Length; i++)
        {
            Vectors.Mix(decay, averages[i], parameters.All[i].Value.Data);
        }
    }

    /// <summary>Exchanges the weights and their average; a second call exchanges them back.</summary>
    public void Swap()
    {
        for (var i = 0; i < averages.Length; i++)
        {
            var kept = parameters.All[i].Value.Data.ToArray();
            averages[i].CopyTo(parameters.All[i].Value.Data);
            averages[i] = kept;
        }
    }
}
