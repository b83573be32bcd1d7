using Graph.Extraction.Lexicon;

namespace Graph.Extraction.Syntax;

/// <summary>Finds the arguments of a clause that a lexicon entry speaks of.</summary>
internal static class ArgumentFinder
{
    /// <summary>Phrase heads in a slot: <c>subj</c>, <c>obj</c>, <c>iobj</c>, <c>xcomp</c>, <c>ccomp</c>, a preposition, or <c>obj.PREPOSITION</c>.</summary>
    public static IEnumerable<int> Find(SentenceSyntax syntax, Clause clause, string slot)
    {
        switch (slot)
        {
            case ArgumentSelector.Subject:
                return clause.Agents;
            case ArgumentSelector.Object:
                return clause.Objects;
            case ArgumentSelector.IndirectObject:
                return clause.IndirectObjects;
            case ArgumentSelector.OpenComplement:
                return clause.OpenComplement < 0 ? [] : [clause.OpenComplement];
            case "ccomp":
                return clause.Complement < 0 ? [] : syntax.ChildrenIn(clause.Complement, "nsubj").SelectMany(syntax.Conjuncts);
            default:
                var dot = slot.IndexOf('.', StringComparison.Ordinal);
                return dot < 0
                    ? clause.Obliques.Where(oblique => oblique.Preposition == slot).Select(oblique => oblique.Token)
                    : clause.Objects.SelectMany(token => Modifiers(syntax, token, slot[(dot + 1)..]));
        }
    }

    /// <summary>Phrases that hang from a noun by a preposition, with their conjuncts.</summary>
    public static IEnumerable<int> Modifiers(SentenceSyntax syntax, int noun, string preposition) =>
        syntax.Children(noun)
            .Where(child => child > noun && syntax.Is(child, "nmod") && syntax.Preposition(child) == preposition)
            .SelectMany(syntax.Conjuncts);
}
