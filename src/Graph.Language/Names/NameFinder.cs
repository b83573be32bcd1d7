using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Graph.Language.Analysis;
using Graph.Language.Models;
using Graph.Language.Tokenisation;

namespace Graph.Language.Names;

/// <summary>Reads names off the scores of labels and sets right what lists know better.</summary>
internal sealed class NameFinder(StateNames states)
{
    /// <summary>Names of a sentence.</summary>
    public ImmutableArray<NameSpan> Find(string text, SentenceRange sentence, AnalyzerWorkspace workspace)
    {
        var count = sentence.End - sentence.First;
        var scores = workspace.NameScores.Slice(sentence.First * NameLabels.Count, count * NameLabels.Count);
        var labels = workspace.Labels(count);
        NameDecoder.Decode(scores, NameLabels.Count, workspace.Back(count), labels);
        var found = workspace.Found;
        found.Clear();
        NameDecoder.Read(labels, found);
        var tokens = workspace.Tokens.Tokens[sentence.First..sentence.End];
        foreach (ref var name in CollectionsMarshal.AsSpan(found))
        {
            name = Corrected(text, tokens, name);
        }

        AddNationalities(text, tokens, labels, found);
        return [.. found];
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
