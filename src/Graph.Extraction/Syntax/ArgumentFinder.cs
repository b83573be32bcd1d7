using Graph.Extraction.Lexicon;

namespace Graph.Extraction.Syntax;

/// <summary>Finds the arguments of a clause that a lexicon entry speaks of.</summary>
internal static class ArgumentFinder
{
    /// <summary>Phrase heads in a slot: <c>subj</c>, <c>obj</c>, <c>iobj</c>, <c>xcomp</c>, <c>ccomp</c>, a preposition; <c>obj.PREPOSITION</c> and <c>obj.owner</c> are what hangs from that argument.</summary>
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
                if (dot < 0)
                {
                    // "comes after the EU sanctioned Iran": a clause may stand where a noun could.
                    return clause.Obliques.Where(oblique => oblique.Preposition == slot).Select(oblique => oblique.Token)
                        .Concat(syntax.ChildrenIn(clause.Predicate, "advcl").Where(child => syntax.ChildrenIn(child, "mark").Any(mark => syntax.Lemma(mark) == slot)));
                }

                var inner = slot[(dot + 1)..];
                return Find(syntax, clause, slot[..dot]).SelectMany(token => inner switch
                {
                    "owner" => Owners(syntax, token),
                    ArgumentSelector.Object => syntax.ChildrenIn(token, "obj").SelectMany(syntax.Conjuncts),
                    _ => Modifiers(syntax, token, inner),
                });
        }
    }

    /// <summary>Phrases that hang from a noun by a preposition, with their conjuncts.</summary>
    /// <remarks>
    /// What follows the second of two coordinated nouns may hang from the first: "consultations and coordination with the allies";
    /// and what follows a noun in an "of" phrase from the noun above: "the suspension of aid to Chad".
    /// </remarks>
    public static IEnumerable<int> Modifiers(SentenceSyntax syntax, int noun, string preposition) =>
        syntax.Is(noun, "conj") && syntax.Head(noun) is var first && syntax.IsNoun(first)
            ? ModifiersOf(syntax, noun, preposition).Concat(ModifiersOf(syntax, first, preposition).Where(token => token > noun))
            : syntax.Is(noun, "nmod") && syntax.Preposition(noun) == "of" && preposition is "to" or "on" or "against"
                ? ModifiersOf(syntax, noun, preposition).Concat(ModifiersOf(syntax, syntax.Head(noun), preposition).Where(token => token > noun))
                : ModifiersOf(syntax, noun, preposition);

    /// <summary>Phrases that a list word joins to a noun: "allies such as Germany", "the steps outlined in July, including the withdrawal".</summary>
    /// <returns>Each part with the tokens that it may be a part of, the nearest first.</returns>
    public static IEnumerable<(int Part, IReadOnlyList<int> Wholes)> Inclusions(SentenceSyntax syntax)
    {
        for (var token = 0; token < syntax.Count; token++)
        {
            if (syntax.Preposition(token) is not ("including" or "include" or "such as"))
            {
                continue;
            }

            var wholes = new List<int>();
            for (var at = syntax.Head(token); at >= 0 && wholes.Count < 3; at = syntax.Head(at))
            {
                wholes.Add(at);
            }

            foreach (var part in syntax.Conjuncts(token))
            {
                yield return (part, wholes);
            }
        }
    }

    private static IEnumerable<int> ModifiersOf(SentenceSyntax syntax, int noun, string preposition) =>
        syntax.Children(noun)
            .Where(child => child > noun && syntax.Is(child, "nmod"))
            .SelectMany(child => syntax.Conjuncts(child).Where(token => (syntax.Preposition(token) is { Length: > 0 } own ? own : syntax.Preposition(child)) == preposition));

    /// <summary>Possessors, adjectives and compounds before a noun, and what follows it with "of".</summary>
    public static IEnumerable<int> Owners(SentenceSyntax syntax, int noun) =>
        syntax.Children(noun)
            .Where(child => child < noun
                ? syntax[child].Deprel == "nmod:poss" || syntax.Is(child, "amod") || syntax.Is(child, "compound")
                : syntax.Is(child, "nmod") && syntax.Preposition(child) == "of")
            .SelectMany(syntax.Conjuncts);
}
