using System.Collections.Immutable;
using Graph.Extraction.Certainties;
using Graph.Extraction.Entities;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Facts;

/// <summary>Gathers the facts of an article.</summary>
internal sealed class FactTable(ArticleContext context)
{
    private readonly List<FactDraft> facts = [];

    public IReadOnlyList<FactDraft> Facts => facts;

    /// <summary>Adds a fact unless both ends are the same.</summary>
    /// <param name="cue">The token that carries it; the evidence is the clause around it.</param>
    public void Add(
        EntityDraft from, string type, EntityDraft to, int sentence, int cue, string rule, CertaintyReading reading,
        ImmutableSortedDictionary<string, object>? properties = null, string qualifier = "")
    {
        if (from == to)
        {
            return;
        }

        if (RelationshipTypes.Symmetric.Contains(type) && string.CompareOrdinal(to.Name, from.Name) < 0)
        {
            (from, to) = (to, from);
        }

        var (first, end) = Passage(context.Sentences[sentence], cue);
        facts.Add(new FactDraft
        {
            From = from,
            Type = type,
            To = to,
            Qualifier = qualifier,
            Properties = properties ?? PropertyMap.Empty,
            Evidence = new FactEvidence(sentence, first, end, cue, rule, reading),
        });
    }

    /// <summary>Puts another in the place of each fact, or the fact itself.</summary>
    public void Amend(Func<FactDraft, FactDraft> amended)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            facts[i] = amended(facts[i]);
        }
    }

    public void RemoveWhere(Predicate<FactDraft> match) => facts.RemoveAll(match);

    // The smallest clause that contains the cue; for a short sentence the whole of it.
    private static (int First, int End) Passage(SentenceSyntax syntax, int cue)
    {
        var at = cue;
        while (syntax.Head(at) >= 0 && !(syntax.IsVerb(at) && syntax.Child(at, "nsubj") >= 0))
        {
            at = syntax.Head(at);
        }

        var (first, end) = syntax.Extent(at);
        return end - first < 4 ? (0, syntax.Count) : (first, end);
    }
}
