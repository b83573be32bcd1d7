using Graph.Language.Models;
using Graph.Training.Corpora;
using Graph.Training.Learning;
using Graph.Training.Networks;

namespace Graph.Training.Parsing;

/// <summary>Scores of a parser on gold tokens: shares of words.</summary>
internal readonly record struct ParserScores(double Upos, double Xpos, double Uas, double Las);

/// <summary>Trains the network that tags and parses.</summary>
internal sealed class ParserTrainer
{
    private const int PredictionBatch = 16;

    private readonly WordVectors vectors;
    private readonly ParserVocabulary vocabulary;
    private readonly ParserExample[] examples;
    private readonly ParserExample[] silver;
    private readonly double silverWeight;
    private readonly SentenceNoise noise;
    private readonly TrainingOptions options;
    private readonly Trainer<ParserExample> trainer;
    private readonly ParserNetwork predictor;

    /// <param name="sentences">Trees made by people; they alone decide what tags and relations there are.</param>
    /// <param name="silver">Trees made by other parsers; a word without a relation has an unknown head. May be empty.</param>
    public ParserTrainer(
        IReadOnlyList<ConlluSentence> sentences, IReadOnlyList<ConlluSentence> silver, WordVectors vectors, ParserRecipe recipe)
    {
        this.vectors = vectors;
        options = recipe.Options;
        silverWeight = recipe.Silver;
        vocabulary = new ParserVocabulary(sentences);
        Shape = recipe.Shape(vectors, vocabulary.Tags.Count, vocabulary.Labels.Count);
        Parameters = new ParameterSet(options.Seed);
        ParserNetwork? first = null;
        trainer = new Trainer<ParserExample>(
            options, Parameters,
            set =>
            {
                var network = new ParserNetwork(set, Shape, vectors, options.DropRate);
                first ??= network;
                return network;
            },
            example => example.Words);
        predictor = first!;
        examples = [.. sentences.Select(Numbered)];
        this.silver = [.. silver.Select(Numbered)];
        noise = new SentenceNoise(FeaturesOf);
    }

    public ParserShape Shape { get; }

    public ParameterSet Parameters { get; }

    public ParserVocabulary Vocabulary => vocabulary;

    /// <summary>Trains and leaves the averaged weights of the best pass in <see cref="Parameters"/>.</summary>
    /// <param name="dev">Chooses the pass; nothing is learned from it.</param>
    public ParserScores Train(IReadOnlyList<ConlluSentence> dev, TextWriter log, Action<double> progress)
    {
        var best = default(ParserScores);
        float[][]? bestWeights = null;
        trainer.Run(
            (_, random) => [.. examples.Concat(DrawSilver(random)).Select(example => noise.Apply(example, random))],
            progress,
            (pass, loss) =>
            {
                var scores = default(ParserScores);
                trainer.Average.Swap();
                scores = Score(dev);
                if (scores.Las >= best.Las)
                {
                    best = scores;
                    bestWeights = Parameters.Copy();
                }

                trainer.Average.Swap();
                log.WriteLine(
                    $"pass {pass + 1}/{options.Passes} loss {loss:F4} upos {100 * scores.Upos:F2} xpos {100 * scores.Xpos:F2} uas {100 * scores.Uas:F2} las {100 * scores.Las:F2}");
                return true;
            });
        Parameters.Restore(bestWeights!);
        return best;
    }

    /// <summary>Scores on gold tokens, the universal part of the relation counting.</summary>
    public ParserScores Score(IReadOnlyList<ConlluSentence> sentences)
    {
        int words = 0, upos = 0, xpos = 0, uas = 0, las = 0;
        for (var start = 0; start < sentences.Count; start += PredictionBatch)
        {
            var part = sentences.Skip(start).Take(PredictionBatch).ToArray();
            predictor.Predict(part.Select(Numbered).ToArray(), (index, prediction) =>
            {
                var gold = part[index].Words;
                for (var i = 0; i < gold.Length; i++)
                {
                    var tag = vocabulary.Tags[prediction.Tags[i]].Split('|');
                    var isHeadRight = prediction.Heads[i] == gold[i].Head;
                    words++;
                    xpos += tag[0] == gold[i].Xpos ? 1 : 0;
                    upos += tag[1] == gold[i].Upos ? 1 : 0;
                    uas += isHeadRight ? 1 : 0;
                    las += isHeadRight && Universal(vocabulary.Labels[prediction.Labels[i]]) == Universal(gold[i].Deprel) ? 1 : 0;
                }
            });
        }

        return new ParserScores((double)upos / words, (double)xpos / words, (double)uas / words, (double)las / words);
    }

    // Another share of the silver trees each pass, so that in time all are seen and no pass is drowned in them.
    private List<ParserExample> DrawSilver(SeededRandom random)
    {
        random.Shuffle(silver.AsSpan());
        var drawn = new List<ParserExample>();
        var left = silverWeight * examples.Sum(example => example.Words);
        foreach (var example in silver)
        {
            if (left <= 0)
            {
                break;
            }

            drawn.Add(example);
            left -= example.Words;
        }

        return drawn;
    }

    private static string Universal(string label) => label.Split(':')[0];

    private ParserExample Numbered(ConlluSentence sentence)
    {
        var forms = sentence.Words.Select(word => word.Form).ToArray();
        return new ParserExample(
            forms, FeaturesOf(forms),
            [.. sentence.Words.Select(vocabulary.NumberOfTag)],
            [.. sentence.Words.Select(word => word.Deprel.Length == 0 ? ParserExample.UnknownHead : word.Head)],
            [.. sentence.Words.Select(vocabulary.NumberOfLabel)]);
    }

    private int[] FeaturesOf(string[] forms) => ExampleFeatures.Of(forms, vectors, Shape.Encoder);
}
