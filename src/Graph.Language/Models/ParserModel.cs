using System.Collections.Immutable;
using Graph.Language.Models.Kernels;

namespace Graph.Language.Models;

/// <summary>Tags words and finds the tree of each sentence.</summary>
internal sealed class ParserModel
{
    private readonly Kernel kernel;
    private readonly EncoderModel encoder;
    private readonly int tagLayer;
    private readonly QuantisedMatrix tags;
    private readonly QuantisedMatrix tagVectors;
    private readonly QuantisedMatrix dependant;
    private readonly QuantisedMatrix head;
    private readonly QuantisedMatrix distance;
    private readonly QuantisedMatrix labelDependant;
    private readonly QuantisedMatrix labelHead;
    private readonly QuantisedMatrix labels;
    private readonly float[] labelRoot;

    private ParserModel(ModelFile file, WordVectors vectors, Kernel kernel)
    {
        this.kernel = kernel;
        encoder = EncoderModel.Load(file, vectors, kernel);
        tagLayer = file.Integers("tagLayer")[0];
        tags = ModelMatrix.Load(file, "tags");
        tagVectors = ModelMatrix.Load(file, "tags.vectors");
        dependant = ModelMatrix.Load(file, "arc.dependant");
        head = ModelMatrix.Load(file, "arc.head");
        distance = ModelMatrix.Load(file, "arc.distance");
        labelDependant = ModelMatrix.Load(file, "label.dependant");
        labelHead = ModelMatrix.Load(file, "label.head");
        labels = ModelMatrix.Load(file, "label.output");
        labelRoot = file.Singles("label.root");
        Tags = [.. file.Strings("tagNames").Select(tag => JointTag.Parse(tag))];
        Labels = [.. file.Strings("labelNames")];
        LooseLabel = Math.Max(0, Labels.IndexOf("parataxis"));
        TableSizes = [.. encoder.TableSizes];
    }

    /// <summary>What the numbers of tags stand for.</summary>
    public ImmutableArray<JointTag> Tags { get; }

    /// <summary>What the numbers of relations stand for.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Number of the relation between parts of a text that do not depend on each other.</summary>
    public int LooseLabel { get; }

    /// <summary>Rows of each table of hashed embeddings.</summary>
    public int[] TableSizes { get; }

    public static ParserModel Load(ModelFile file, WordVectors vectors, Kernel kernel) => new(file, vectors, kernel);

    /// <summary>Tags and parses the sentences of a chunk.</summary>
    /// <param name="words">For each row of the chunk receives tag, head and relation; a head counts from its sentence's first word.</param>
    public void Parse(SentenceChunk chunk, ParserWorkspace workspace, Span<ParsedWord> words)
    {
        var encoding = workspace.Encoder;
        var encoded = encoder.EncodeInput(chunk, encoding);
        encoded = encoder.EncodeLayers(chunk, encoded, 0, tagLayer, encoding);
        Tag(chunk, encoded, workspace, words);
        encoded = encoder.EncodeLayers(chunk, encoded, tagLayer, encoder.Layers, encoding);
        Attach(chunk, encoded, workspace, words);
        Label(chunk, workspace, words);
    }

    // The softmax over tags is fed back into the encoding, so that the layers above know what the tagger thinks and how surely.
    private void Tag(SentenceChunk chunk, RowBuffer encoded, ParserWorkspace workspace, Span<ParsedWord> words)
    {
        workspace.Encoder.Multiply(kernel, chunk, encoded, tags, workspace.Scores);
        foreach (var (first, end) in chunk.Sentences)
        {
            for (var row = first; row < end; row++)
            {
                var scores = workspace.Scores[row];
                var best = Greatest.IndexOf(scores[..tags.Outputs]);
                words[row].Tag = best;
                kernel.Exponentiate(scores, scores[best]);
                scores[tags.Outputs..].Clear();
                Normalise(scores);
            }
        }

        workspace.Encoder.Multiply(kernel, chunk, workspace.Scores, tagVectors, workspace.Joined);
        kernel.Add(workspace.Joined.Rows(0, chunk.Rows), encoded.Rows(0, chunk.Rows));
    }

    private static void Normalise(Span<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
        {
            sum += value;
        }

        var factor = 1 / sum;
        foreach (ref var value in values)
        {
            value *= factor;
        }
    }

    private void Attach(SentenceChunk chunk, RowBuffer encoded, ParserWorkspace workspace, Span<ParsedWord> words)
    {
        var quantised = workspace.Encoder.Quantised;
        quantised.Fill(kernel, chunk, encoded);
        workspace.Encoder.Multiply(kernel, chunk, dependant, workspace.Dependants);
        workspace.Encoder.Multiply(kernel, chunk, head, workspace.Heads);
        workspace.Encoder.Multiply(kernel, chunk, labelDependant, workspace.LabelDependants);
        workspace.Encoder.Multiply(kernel, chunk, labelHead, workspace.LabelHeads);
        workspace.Encoder.Multiply(kernel, chunk, workspace.Dependants, distance, workspace.Scores);
        foreach (var (first, end) in chunk.Sentences)
        {
            var heads = workspace.HeadsOf(end - first);
            var scores = ScoreArcs(first, end, workspace);
            TreeDecoder.Decode(scores, end - first + 1, workspace.Tree, heads);
            for (var i = 0; i < heads.Length; i++)
            {
                words[first + i].Head = heads[i];
            }
        }
    }

    private Span<float> ScoreArcs(int first, int end, ParserWorkspace workspace)
    {
        var count = end - first;
        var scores = workspace.ArcScores(count);
        var products = workspace.Products(count);
        var dependants = workspace.DependantFactors;
        var heads = workspace.HeadFactors;
        var scale = dependants.Fill(kernel, workspace.Dependants, first, end) * heads.Fill(kernel, workspace.Heads, first, end);
        for (var i = 0; i < count; i++)
        {
            kernel.Dots(dependants.From(i), heads.From(0), heads.Width, heads.Width, products);
            var byDistance = workspace.Scores[first + i];
            var row = scores.Slice(i * (count + 1), count + 1);
            row[0] = byDistance[ArcDistance.Root];
            for (var j = 0; j < count; j++)
            {
                row[j + 1] = i == j
                    ? float.NegativeInfinity
                    : (products[j] * scale) + byDistance[ArcDistance.Of(i - j)];
            }
        }

        return scores;
    }

    private void Label(SentenceChunk chunk, ParserWorkspace workspace, Span<ParsedWord> words)
    {
        workspace.Joined.Shape(chunk.Rows, workspace.LabelDependants.Width);
        foreach (var (first, end) in chunk.Sentences)
        {
            for (var row = first; row < end; row++)
            {
                var headRow = words[row].Head < 0 ? labelRoot : workspace.LabelHeads[first + words[row].Head];
                kernel.AddAndRectify(workspace.LabelDependants[row], headRow, workspace.Joined[row]);
            }
        }

        workspace.Encoder.Multiply(kernel, chunk, workspace.Joined, labels, workspace.Scores);
        foreach (var (first, end) in chunk.Sentences)
        {
            for (var row = first; row < end; row++)
            {
                words[row].Label = Greatest.IndexOf(workspace.Scores[row][..labels.Outputs]);
            }
        }
    }
}
