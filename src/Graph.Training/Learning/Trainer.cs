using Graph.Training.Networks;

namespace Graph.Training.Learning;

/// <summary>Runs passes over examples: shuffles, cuts batches, shares each out to workers, steps, keeps a running average of the weights.</summary>
/// <typeparam name="TExample">One sentence.</typeparam>
internal sealed class Trainer<TExample>
{
    private const float MaxNorm = 5;
    private const int WarmUpSteps = 100;
    private const int AverageEvery = 8;
    private const float AverageDecay = 0.985f;

    private readonly TrainingOptions options;
    private readonly Func<TExample, int> wordsOf;
    private readonly ParameterSet[] sets;
    private readonly ILearner<TExample>[] learners;
    private readonly SeededRandom[] randoms;
    private readonly Adam adam;
    private int step;

    /// <param name="parameters">What is trained.</param>
    /// <param name="build">Builds a learner over a set of parameters: the first is built over <paramref name="parameters"/> themselves.</param>
    public Trainer(
        TrainingOptions options, ParameterSet parameters, Func<ParameterSet, ILearner<TExample>> build,
        Func<TExample, int> wordsOf)
    {
        this.options = options;
        this.wordsOf = wordsOf;
        sets = new ParameterSet[options.Threads];
        learners = new ILearner<TExample>[options.Threads];
        randoms = new SeededRandom[options.Threads];
        for (var worker = 0; worker < options.Threads; worker++)
        {
            sets[worker] = worker == 0 ? parameters : parameters.Replicate();
            learners[worker] = build(sets[worker]);
            randoms[worker] = new SeededRandom(options.Seed + 1000 + (ulong)worker);
        }

        adam = new Adam(parameters);
        Average = new WeightAverage(parameters);
    }

    /// <summary>The running average of the weights.</summary>
    public WeightAverage Average { get; }

    /// <summary>Trains.</summary>
    /// <param name="draw">The examples of a pass; they are shuffled here.</param>
    /// <param name="progress">Told the share done, after each step.</param>
    /// <param name="passed">Told the number of the pass and its mean loss a word, after each pass; false ends the training.</param>
    public void Run(
        Func<int, SeededRandom, IReadOnlyList<TExample>> draw, Action<double> progress, Func<int, double, bool> passed)
    {
        var random = new SeededRandom(options.Seed + 1);
        for (var pass = 0; pass < options.Passes; pass++)
        {
            var examples = draw(pass, random).ToArray();
            random.Shuffle(examples.AsSpan());
            var loss = 0.0;
            var words = 0;
            var allWords = examples.Sum(wordsOf);
            for (var first = 0; first < examples.Length;)
            {
                var end = first;
                var batchWords = 0;
                for (; end < examples.Length && batchWords < options.BatchWords; end++)
                {
                    batchWords += wordsOf(examples[end]);
                }

                loss += Step(examples, first, end, batchWords, (pass + ((double)words / allWords)) / options.Passes);
                words += batchWords;
                first = end;
                progress((pass + ((double)words / allWords)) / options.Passes);
            }

            if (!passed(pass, loss / allWords))
            {
                return;
            }
        }
    }

    private double Step(TExample[] examples, int first, int end, int words, double done)
    {
        var scale = 1f / words;
        var losses = new double[learners.Length];
        void Work(int worker)
        {
            var from = first + ((end - first) * worker / learners.Length);
            var to = first + ((end - first) * (worker + 1) / learners.Length);
            if (to > from)
            {
                losses[worker] = learners[worker].Learn(examples.AsSpan(from, to - from), randoms[worker], scale);
            }
        }

        if (learners.Length == 1)
        {
            Work(0);
        }
        else
        {
            Parallel.For(0, learners.Length, Work);
        }

        for (var worker = 1; worker < sets.Length; worker++)
        {
            sets[0].Gather(sets[worker]);
        }

        step++;
        var rate = options.Rate * Math.Min(1, (float)step / WarmUpSteps) * (float)(1 - done);
        adam.Step(rate, MaxNorm);
        if (step % AverageEvery == 0)
        {
            Average.Update(Math.Min(AverageDecay, (float)step / (step + (10 * AverageEvery))));
        }

        return losses.Sum();
    }
}
