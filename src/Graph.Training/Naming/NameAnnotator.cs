using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Graph.Language;
using Graph.Language.Analysis;
using Graph.Language.Gazetteer;
using Graph.Language.Models;
using Graph.Language.Names;
using Graph.Training.Corpora;

namespace Graph.Training.Naming;

/// <summary>Several name finders that annotate together: their probabilities are averaged, doubtful words are marked as unknown.</summary>
internal sealed class NameAnnotator(IReadOnlyList<LanguageModels> models)
{
    /// <summary>Label of words that nothing is to be learned from.</summary>
    public const string Unknown = "unknown";

    private const float LeastProbability = 0.6f;

    private readonly ModelRunner[] runners = [.. models.Select(model => new ModelRunner(model))];
    private readonly AnalyzerWorkspace[] workspaces = [.. models.Select(_ => new AnalyzerWorkspace())];
    private readonly NameFinder finder = new(StateNames.Default, NameLexicon.Of(GazetteerReader.Read()));

    /// <summary>Annotates one document; the labels are the kinds' names or <see cref="Unknown"/>.</summary>
    public IEnumerable<NameSentence> Annotate(IReadOnlyList<string[]> sentences)
    {
        var given = TokenisedText.Of(sentences);
        for (var i = 0; i < runners.Length; i++)
        {
            given.Fill(workspaces[i].Tokens);
            runners[i].Run(given.Text, workspaces[i]);
        }

        var workspace = workspaces[0];
        Average(workspace.Tokens.Tokens.Length * NameLabels.Count);
        finder.Label(given.Text, workspace);
        var result = new List<NameSentence>(sentences.Count);
        for (var i = 0; i < sentences.Count; i++)
        {
            var range = workspace.Tokens.Sentences[i];
            var names = Names(workspace.LabelsOf(range), workspace.NameScoresOf(range));
            result.Add(new NameSentence(StartsDocument: i == 0, ImmutableCollectionsMarshal.AsImmutableArray(sentences[i]), names));
        }

        return result;
    }

    private void Average(int count)
    {
        var target = workspaces[0].NameScores;
        for (var i = 0; i < count; i++)
        {
            var sum = 0f;
            foreach (var workspace in workspaces)
            {
                sum += MathF.Exp(workspace.NameScores[i]);
            }

            target[i] = MathF.Log((sum / workspaces.Length) + 1e-8f);
        }
    }

    private static ImmutableArray<LabelledSpan> Names(ReadOnlySpan<int> labels, ReadOnlySpan<float> scores)
    {
        var found = new List<NameSpan>();
        NameDecoder.Read(labels, found);
        var names = ImmutableArray.CreateBuilder<LabelledSpan>();
        var next = 0;
        foreach (var name in found.Append(new NameSpan(labels.Length, labels.Length, default)))
        {
            AddDoubtful(labels, scores, next, name.First, names);
            if (name.First < labels.Length)
            {
                names.Add(new LabelledSpan(name.First, name.End, IsSure(labels, scores, name) ? name.Kind.ToString() : Unknown));
            }

            next = name.End;
        }

        return names.ToImmutable();
    }

    private static void AddDoubtful(
        ReadOnlySpan<int> labels, ReadOnlySpan<float> scores, int first, int end, ImmutableArray<LabelledSpan>.Builder names)
    {
        for (var i = first; i < end; i++)
        {
            if (Probability(labels, scores, i) < LeastProbability)
            {
                names.Add(new LabelledSpan(i, i + 1, Unknown));
            }
        }
    }

    private static bool IsSure(ReadOnlySpan<int> labels, ReadOnlySpan<float> scores, NameSpan name)
    {
        for (var i = name.First; i < name.End; i++)
        {
            if (Probability(labels, scores, i) < LeastProbability)
            {
                return false;
            }
        }

        return true;
    }

    private static float Probability(ReadOnlySpan<int> labels, ReadOnlySpan<float> scores, int word) =>
        MathF.Exp(scores[(word * NameLabels.Count) + labels[word]]);
}
