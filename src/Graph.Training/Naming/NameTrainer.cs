using Graph.Language;
using Graph.Language.Models;
using Graph.Training.Corpora;
using Graph.Training.Evaluation;
using Graph.Training.Learning;
using Graph.Training.Networks;

namespace Graph.Training.Naming;

/// <summary>Trains the network that finds names.</summary>
internal sealed class NameTrainer
{
    private const int PredictionBatch = 16;

    private readonly WordVectors vectors;
    private readonly TrainingOptions options;
    private readonly IReadOnlyList<NameCorpus> corpora;
    private readonly NameExample[][] examples;
    private readonly Trainer<NameExample> trainer;
    private readonly NameNetwork predictor;
    private readonly CaseNoise noise;

    /// <param name="corpora">Those without a head of their own come last.</param>
    /// <param name="start">A model whose encoder training starts from; null starts from random numbers.</param>
    public NameTrainer(
        IReadOnlyList<NameCorpus> corpora, WordVectors vectors, EncoderShape shape, TrainingOptions options, ModelFile? start)
    {
        this.vectors = vectors;
        this.options = options;
        this.corpora = corpora;
        Shape = shape;
        Parameters = new ParameterSet(options.Seed);
        NameNetwork? first = null;
        trainer = new Trainer<NameExample>(
            options, Parameters,
            set =>
            {
                var network = new NameNetwork(set, shape, corpora.Count(corpus => corpus.HasHead), vectors, options.DropRate);
                first ??= network;
                return network;
            },
            example => example.Words);
        predictor = first!;
        if (start is not null)
        {
            ModelStart.Load(start, Parameters);
        }

        examples = [.. corpora.Select((corpus, index) => corpus.Sentences.Select(sentence => Numbered(sentence, corpus.HasHead ? index : -1)).ToArray())];
        noise = new CaseNoise(FeaturesOf);
    }

    public EncoderShape Shape { get; }

    public ParameterSet Parameters { get; }

    /// <summary>Trains and leaves the averaged weights of the best pass in <see cref="Parameters"/>.</summary>
    /// <param name="dev">For each corpus the sentences that choose the pass, null for none; nothing is learned from them.</param>
    /// <returns>Of the best pass, the F1 of each corpus by the head for all.</returns>
    public double[] Train(IReadOnlyList<IReadOnlyList<NameSentence>?> dev, TextWriter log, Action<double> progress)
    {
        double[] best = [];
        float[][]? bestWeights = null;
        trainer.Run(Draw, progress, (pass, loss) =>
        {
            trainer.Average.Swap();
            var scores = dev.Select(sentences => sentences is null ? 0 : Score(sentences, predictor.Joint).F1).ToArray();
            var own = dev.Select((sentences, corpus) => sentences is null ? 0 : Score(sentences, corpus).F1);
            if (scores.Sum() >= best.Sum())
            {
                best = scores;
                bestWeights = Parameters.Copy();
            }

            trainer.Average.Swap();
            log.WriteLine(
                $"pass {pass + 1}/{options.Passes} loss {loss:F4} f1 {Percent(scores)}, by the corpora's own heads {Percent(own)}");
            return true;
        });
        Parameters.Restore(bestWeights!);
        return best;
    }

    private static string Percent(IEnumerable<double> shares) => string.Join(' ', shares.Select(share => (100 * share).ToString("F2")));

    /// <summary>Exact spans and kinds by one head, states and places counting as one kind.</summary>
    public FScore Score(IReadOnlyList<NameSentence> sentences, int head)
    {
        int goldCount = 0, systemCount = 0, correct = 0;
        for (var start = 0; start < sentences.Count; start += PredictionBatch)
        {
            var part = sentences.Skip(start).Take(PredictionBatch).ToArray();
            predictor.Predict(part.Select(sentence => Numbered(sentence, head: 0)).ToArray(), head, (index, names) =>
            {
                var gold = NameCorpus.Map(part[index]).Select(Folded).ToHashSet();
                goldCount += gold.Count;
                systemCount += names.Count;
                correct += names.Count(name => gold.Contains(Folded(name)));
            });
        }

        return new FScore(goldCount, systemCount, correct);
    }

    private static NameSpan Folded(NameSpan name) => name.Kind == NameKind.State ? name with { Kind = NameKind.Place } : name;

    private IReadOnlyList<NameExample> Draw(int pass, SeededRandom random)
    {
        var drawn = new List<NameExample>();
        for (var corpus = 0; corpus < corpora.Count; corpus++)
        {
            foreach (var example in examples[corpus])
            {
                for (var times = corpora[corpus].Share; times > 0; times--)
                {
                    if (times >= 1 || random.NextSingle() < times)
                    {
                        drawn.Add(noise.Apply(example, random));
                    }
                }
            }
        }

        return drawn;
    }

    private NameExample Numbered(NameSentence sentence, int head)
    {
        var forms = sentence.Tokens.ToArray();
        var labels = new int[forms.Length];
        NameLabels.Write(NameCorpus.Map(sentence).AsSpan(), labels);
        foreach (var doubtful in sentence.Names.Where(name => name.Label == NameAnnotator.Unknown))
        {
            labels.AsSpan(doubtful.First..doubtful.End).Fill(-1);
        }

        return new NameExample(head, forms, FeaturesOf(forms), labels);
    }

    private int[] FeaturesOf(string[] forms) => ExampleFeatures.Of(forms, vectors, Shape);
}
