using System.Runtime.InteropServices;
using Graph.Language.Tokenisation;

namespace Graph.Language.Names;

/// <summary>What a document says of its names: how surely each is of which kind, wherever it stands.</summary>
/// <remarks>
/// A name told in full says what its short forms are: of a person the last word, of an organisation the first and the
/// initials. One room for a thread; cleared for each document.
/// </remarks>
internal sealed class NameEvidence(NameLexicon lexicon)
{
    // A single doubtful name is no evidence.
    private const float LeastSum = 0.8f;
    private const int LongestAcronym = 8;

    private readonly Dictionary<ulong, KindWeights> weights = [];

    public void Clear() => weights.Clear();

    /// <summary>Notes a name.</summary>
    /// <param name="tokens">The name's tokens.</param>
    /// <param name="kinds">How likely it is of each kind.</param>
    public void Add(string text, ReadOnlySpan<TokenSpan> tokens, NameKind kind, in KindWeights kinds)
    {
        Entry(NameHash.OfPhrase(text, tokens)).Add(kinds);
        if (tokens.Length == 1)
        {
            return;
        }

        if (kind == NameKind.Person)
        {
            Entry(NameHash.OfQuietWord(tokens[^1].Of(text)))[kind] += kinds[kind];
        }
        else if (kind == NameKind.Organisation)
        {
            AddShortForms(text, tokens, kinds[kind]);
        }
    }

    /// <summary>What is known of a name; false where it is nothing.</summary>
    public bool TryGet(ulong name, out KindWeights shares)
    {
        if (!weights.TryGetValue(name, out shares) || shares.Sum < LeastSum)
        {
            return false;
        }

        shares.Divide(shares.Sum);
        return true;
    }

    private void AddShortForms(string text, ReadOnlySpan<TokenSpan> tokens, float weight)
    {
        var first = NameHash.OfQuietWord(tokens[0].Of(text));
        if (char.IsUpper(text[tokens[0].Start]) && !lexicon.Knows(first))
        {
            Entry(first)[NameKind.Organisation] += weight;
        }

        Span<char> initials = stackalloc char[LongestAcronym];
        var count = 0;
        foreach (var token in tokens)
        {
            if (char.IsUpper(text[token.Start]) && count < initials.Length)
            {
                initials[count++] = text[token.Start];
            }
        }

        if (count > 1)
        {
            Entry(NameHash.OfWord(initials[..count]))[NameKind.Organisation] += weight;
        }
    }

    private ref KindWeights Entry(ulong name) => ref CollectionsMarshal.GetValueRefOrAddDefault(weights, name, out _);
}
