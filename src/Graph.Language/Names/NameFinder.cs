using System.Collections.Immutable;
using Graph.Language.Analysis;
using Graph.Language.Models;
using Graph.Language.Tokenisation;

namespace Graph.Language.Names;

/// <summary>Reads names off the scores of labels, helped by the gazetteer and by what the whole document says, and sets right what lists know better.</summary>
/// <remarks>
/// Each sentence is decoded twice: first by itself, then again where other sentences tell more of a name than its own
/// does ("Mahan" is an airline because the headline says "Mahan Air").
/// </remarks>
internal sealed class NameFinder(StateNames states, NameLexicon lexicon)
{
    // In natural logarithms of odds, measured on the development parts. Corpora have few of the organisations that news
    // names, so the list outweighs a doubtful label there; states and places also stand inside other names ("the 2010
    // United Kingdom election"), which the network knows better.
    private const float OrganisationWeight = 4;
    private const float LocationWeight = 0.5f;
    private const float EvidenceWeight = 2;
    private const float NounWeight = 3;

    private readonly KindNouns nouns = new();

    /// <summary>Labels every token of a document.</summary>
    public void Label(string text, AnalyzerWorkspace workspace)
    {
        var tokens = workspace.Tokens;
        var evidence = workspace.NameEvidence(lexicon);
        evidence.Clear();
        foreach (var sentence in tokens.Sentences)
        {
            Decode(text, sentence, workspace, evidence: null);
            AddEvidence(text, sentence, workspace, evidence);
        }

        foreach (var sentence in tokens.Sentences)
        {
            Decode(text, sentence, workspace, evidence);
        }
    }

    /// <summary>Names of a sentence whose tokens are labelled.</summary>
    public ImmutableArray<NameSpan> Find(string text, SentenceRange sentence, AnalyzerWorkspace workspace)
    {
        var labels = workspace.LabelsOf(sentence);
        var found = Read(labels, workspace);
        var tokens = workspace.Tokens.Tokens[sentence.First..sentence.End];
        for (var i = 0; i < found.Count; i++)
        {
            found[i] = Corrected(text, tokens, found[i]);
        }

        AddNationalities(text, tokens, labels, found);
        return [.. found];
    }

    private static List<NameSpan> Read(ReadOnlySpan<int> labels, AnalyzerWorkspace workspace)
    {
        var found = workspace.Found;
        found.Clear();
        NameDecoder.Read(labels, found);
        return found;
    }

    private void Decode(string text, SentenceRange sentence, AnalyzerWorkspace workspace, NameEvidence? evidence)
    {
        var labels = workspace.LabelsOf(sentence);
        var scores = workspace.NameScoresOf(sentence);
        var sums = workspace.NameSums(labels.Length);
        scores.CopyTo(sums);
        var tokens = workspace.Tokens.Tokens[sentence.First..sentence.End];
        AddLexicon(text, tokens, sums);
        if (evidence is null || AddEvidence(text, tokens, labels, evidence, sums, workspace))
        {
            NameDecoder.Decode(sums, NameLabels.Count, workspace.Back(labels.Length), labels);
        }
    }

    private void AddLexicon(string text, ReadOnlySpan<TokenSpan> tokens, Span<float> sums)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!char.IsUpper(text[tokens[i].Start]))
            {
                continue;
            }

            if (i > 0 && nouns.TryGet(tokens[i - 1].Of(text), out var told))
            {
                Raise(sums, i, CapitalsEnd(text, tokens, i), told, NounWeight);
            }

            var kind = lexicon.Match(text, tokens, i, out var length);
            if (length > 0)
            {
                Raise(sums, i, i + length, kind, kind == NameKind.Organisation ? OrganisationWeight : LocationWeight);
                i += length - 1;
            }
        }
    }

    private static int CapitalsEnd(string text, ReadOnlySpan<TokenSpan> tokens, int first)
    {
        var end = first + 1;
        while (end < tokens.Length && char.IsUpper(text[tokens[end].Start]))
        {
            end++;
        }

        return end;
    }

    private static bool AddEvidence(
        string text, ReadOnlySpan<TokenSpan> tokens, ReadOnlySpan<int> labels, NameEvidence evidence, Span<float> sums,
        AnalyzerWorkspace workspace)
    {
        var isChanged = false;
        foreach (var name in Read(labels, workspace))
        {
            if (evidence.TryGet(NameHash.OfPhrase(text, tokens[name.First..name.End]), out var shares))
            {
                Raise(sums, name.First, name.End, shares);
                isChanged = true;
            }
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (labels[i] == NameLabels.Outside && char.IsUpper(text[tokens[i].Start])
                && evidence.TryGet(NameHash.OfQuietWord(tokens[i].Of(text)), out var shares))
            {
                Raise(sums, i, i + 1, shares);
                isChanged = true;
            }
        }

        return isChanged;
    }

    private static void AddEvidence(string text, SentenceRange sentence, AnalyzerWorkspace workspace, NameEvidence evidence)
    {
        var scores = workspace.NameScoresOf(sentence);
        var tokens = workspace.Tokens.Tokens[sentence.First..sentence.End];
        foreach (var name in Read(workspace.LabelsOf(sentence), workspace))
        {
            evidence.Add(text, tokens[name.First..name.End], name.Kind, Kinds(scores, name));
        }
    }

    // The mean, over the words of a name, of the probability that the word belongs to a name of each kind.
    private static KindWeights Kinds(ReadOnlySpan<float> scores, NameSpan name)
    {
        var kinds = default(KindWeights);
        for (var word = name.First; word < name.End; word++)
        {
            for (var label = NameLabels.Outside + 1; label < NameLabels.Count; label++)
            {
                kinds[NameLabels.KindOf(label)] += MathF.Exp(scores[(word * NameLabels.Count) + label]);
            }
        }

        kinds.Divide(name.End - name.First);
        return kinds;
    }

    private static void Raise(Span<float> sums, int first, int end, in KindWeights shares)
    {
        for (var kind = NameKind.Person; kind <= NameKind.Place; kind++)
        {
            Raise(sums, first, end, kind, EvidenceWeight * shares[kind]);
        }
    }

    private static void Raise(Span<float> sums, int first, int end, NameKind kind, float weight)
    {
        for (var word = first; word < end; word++)
        {
            var label = end == first + 1 ? NameLabels.Only(kind)
                : word == first ? NameLabels.Begin(kind)
                : word == end - 1 ? NameLabels.Last(kind)
                : NameLabels.Inside(kind);
            sums[(word * NameLabels.Count) + label] += weight;
        }
    }

    private NameSpan Corrected(string text, ReadOnlySpan<TokenSpan> tokens, NameSpan name)
    {
        if (name.Kind is not NameKind.Place)
        {
            return name;
        }

        var words = text[tokens[name.First].Start..tokens[name.End - 1].End];
        return states.IsState(words) || states.IsNationality(words) ? name with { Kind = NameKind.State } : name;
    }

    // No corpus labels "Syrian" in "the Syrian army", but it names a state.
    private void AddNationalities(string text, ReadOnlySpan<TokenSpan> tokens, ReadOnlySpan<int> labels, List<NameSpan> found)
    {
        var added = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (labels[i] == NameLabels.Outside && char.IsUpper(text[tokens[i].Start])
                && states.IsNationality(text[tokens[i].Start..tokens[i].End]))
            {
                found.Add(new NameSpan(i, i + 1, NameKind.State));
                added = true;
            }
        }

        if (added)
        {
            found.Sort((a, b) => a.First.CompareTo(b.First));
        }
    }
}
