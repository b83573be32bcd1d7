using Graph.Training.Networks;

namespace Graph.Training.Learning;

/// <summary>A network that learns from examples of one kind. Each worker has its own, all share their parameters' values.</summary>
/// <typeparam name="TExample">One sentence.</typeparam>
internal interface ILearner<TExample>
{
    /// <summary>Adds the gradients of some sentences.</summary>
    /// <param name="scale">Weight of each word.</param>
    /// <returns>The summed loss.</returns>
    double Learn(ReadOnlySpan<TExample> examples, SeededRandom random, float scale);
}
