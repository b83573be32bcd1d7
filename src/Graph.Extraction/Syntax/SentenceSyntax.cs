using System.Collections.Immutable;
using Graph.Language;
using Graph.Model;

namespace Graph.Extraction.Syntax;

/// <summary>The dependency tree of one sentence, ready to be walked in both directions.</summary>
/// <remarks>Relations are compared by their universal part where the subtype does not matter: <c>obl</c> stands for <c>obl:unmarked</c> too.</remarks>
internal sealed class SentenceSyntax
{
    private readonly ImmutableArray<Token> tokens;
    private readonly ImmutableArray<int>[] children;
    private readonly (int First, int End)[] extents;

    public SentenceSyntax(Sentence sentence)
    {
        Sentence = sentence;
        tokens = TreeRepair.Repaired(sentence);
        var lists = new List<int>[tokens.Length];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = [];
        }

        for (var i = 0; i < lists.Length; i++)
        {
            if (tokens[i].Head >= 0)
            {
                lists[tokens[i].Head].Add(i);
            }
        }

        children = Array.ConvertAll(lists, list => list.ToImmutableArray());
        extents = new (int, int)[lists.Length];
        Root = tokens.IndexOf(tokens.FirstOrDefault(token => token.Head < 0));
        if (Root >= 0)
        {
            Measure(Root);
        }
    }

    /// <summary>The sentence as analysed; its tokens' tree may have been mended here.</summary>
    public Sentence Sentence { get; }

    public int Index => Sentence.Index;

    public int Root { get; }

    public int Count => tokens.Length;

    public Token this[int token] => tokens[token];

    public ImmutableArray<int> Children(int token) => children[token];

    /// <summary>The leftmost child in a relation, given with or without its subtype; -1 for none.</summary>
    public int Child(int token, string relation)
    {
        foreach (var child in children[token])
        {
            if (Is(child, relation))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Children in a relation, in text order.</summary>
    public IEnumerable<int> ChildrenIn(int token, string relation) => children[token].Where(child => Is(child, relation));

    /// <summary>Whether the token hangs from its head by the relation; <c>nsubj</c> also takes <c>nsubj:pass</c>.</summary>
    public bool Is(int token, string relation)
    {
        var deprel = tokens[token].Deprel;
        return deprel.StartsWith(relation, StringComparison.Ordinal)
            && (deprel.Length == relation.Length || deprel[relation.Length] == ':');
    }

    public int Head(int token) => tokens[token].Head;

    public string Lemma(int token) => tokens[token].Lemma.ToLowerInvariant();

    public bool IsVerb(int token) => tokens[token].Upos is "VERB" or "AUX";

    public bool IsNoun(int token) => tokens[token].Upos is "NOUN" or "PROPN";

    /// <summary>First and one past the last token that hang from a token, itself included.</summary>
    public (int First, int End) Extent(int token) => extents[token];

    /// <summary>The token and the tokens joined to it by <c>conj</c>, in text order; without what "but not" takes out.</summary>
    public IEnumerable<int> Conjuncts(int token)
    {
        yield return token;
        foreach (var child in ChildrenIn(token, "conj").Where(child => IsVerb(child) || !children[child].Any(mark => mark < child && Lemma(mark) == "not")))
        {
            foreach (var further in Conjuncts(child))
            {
                yield return further;
            }
        }
    }

    /// <summary>The token that heads a range: the one whose own head lies outside it, the last of several.</summary>
    public int HeadOf(int first, int end)
    {
        var head = -1;
        for (var i = first; i < end; i++)
        {
            var above = tokens[i].Head;
            if ((above < first || above >= end) && tokens[i].Upos != "PUNCT")
            {
                head = head < 0 || !Is(i, "case") ? i : head;
            }
        }

        return head < 0 ? end - 1 : head;
    }

    /// <summary>Lower-case lemma of the prepositions of a phrase, joined by spaces ("because of"); empty for none.</summary>
    public string Preposition(int token)
    {
        var text = "";
        foreach (var child in children[token])
        {
            if (tokens[child].Deprel == "case" && tokens[child].Upos != "PART" && child < token)
            {
                text = text.Length == 0 ? FixedText(child) : text + " " + FixedText(child);
            }
        }

        return text;
    }

    /// <summary>Whether a token hangs from another, directly or not; a token hangs from itself.</summary>
    /// <param name="below">Where the walk upwards ends; -1 for the root.</param>
    public bool IsAncestor(int ancestor, int token, int below = -1)
    {
        for (var at = token; at >= 0; at = Head(at))
        {
            if (at == ancestor)
            {
                return true;
            }

            if (at == below)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Raw span from the first to the last token of a range.</summary>
    public TextSpan Span(int first, int end) => new(this[first].Span.Start, this[end - 1].Span.End);

    private string FixedText(int token)
    {
        var text = Lemma(token);
        foreach (var child in ChildrenIn(token, "fixed"))
        {
            text += " " + Lemma(child);
        }

        return text;
    }

    private (int First, int End) Measure(int token)
    {
        var (first, end) = (token, token + 1);
        foreach (var child in children[token])
        {
            var extent = Measure(child);
            first = Math.Min(first, extent.First);
            end = Math.Max(end, extent.End);
        }

        extents[token] = (first, end);
        return (first, end);
    }
}
