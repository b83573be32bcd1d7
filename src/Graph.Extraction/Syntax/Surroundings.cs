using Graph.Extraction.Entities;

namespace Graph.Extraction.Syntax;

/// <summary>What the clauses around a verb say of where it happens.</summary>
internal static class Surroundings
{
    /// <summary>
    /// The place that a clause takes from those above it: "travels TO RIGA to meet X", "in BRUSSELS where he will attend",
    /// or its own "in" and "at"; null where none is said.
    /// </summary>
    public static EntityDraft? PlaceOf(ArticleContext context, EntityTable entities, SentenceSyntax syntax, int verb) =>
        PlaceToken(context, entities, syntax, verb) is var token && token >= 0 ? entities.At(syntax.Index, token) : null;

    /// <summary>That place where a clause above gives it; a clause's own "in" and "at" say only where two met.</summary>
    public static EntityDraft? DestinationOf(ArticleContext context, EntityTable entities, SentenceSyntax syntax, int verb) =>
        context.Clauses[syntax.Index].FirstOrDefault(clause => clause.Predicate == verb) is { } clause
        && (ReadOnlySpan<string>)["in", "at"] is var own && HasPlace(entities, syntax, clause, own) ? null : PlaceOf(context, entities, syntax, verb);

    private static bool HasPlace(EntityTable entities, SentenceSyntax syntax, Clause clause, ReadOnlySpan<string> prepositions)
    {
        foreach (var preposition in prepositions)
        {
            if (ArgumentFinder.Find(syntax, clause, preposition).Any(token => entities.At(syntax.Index, token) is { } place && place.Kind.IsPlace()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The head of the phrase that names that place; -1 where none is said.</summary>
    public static int PlaceToken(ArticleContext context, EntityTable entities, SentenceSyntax syntax, int verb)
    {
        var at = verb;
        for (var steps = 0; at >= 0 && steps < 6; steps++)
        {
            if (syntax.IsVerb(at) && context.Clauses[syntax.Index].FirstOrDefault(clause => clause.Predicate == at) is { } clause)
            {
                foreach (var preposition in at == verb ? (ReadOnlySpan<string>)["in", "at"] : ["to", "in", "at", "into"])
                {
                    foreach (var token in ArgumentFinder.Find(syntax, clause, preposition))
                    {
                        if (entities.At(syntax.Index, token) is { } place && place.Kind.IsPlace())
                        {
                            return token;
                        }
                    }
                }
            }

            if (syntax[at].Deprel == "acl:relcl" && syntax.ChildrenIn(at, "advmod").Any(child => syntax.Lemma(child) == "where"))
            {
                return Where(entities, syntax, syntax.Head(at));
            }

            // Only purpose, complement and coordination share a place with the clause above.
            var shares = syntax.Is(at, "advcl") || syntax.Is(at, "xcomp") || syntax.Is(at, "conj");
            at = shares ? syntax.Head(at) : -1;
        }

        return -1;
    }

    // "in Brussels where he will attend": the clause may hang from a noun that Brussels hangs from.
    private static int Where(EntityTable entities, SentenceSyntax syntax, int noun)
    {
        foreach (var token in syntax.Children(noun).Where(child => syntax.Is(child, "nmod") && syntax.Preposition(child) is "in" or "at" or "to").Prepend(noun))
        {
            if (entities.At(syntax.Index, token) is { } where && where.Kind.IsPlace())
            {
                return token;
            }
        }

        return -1;
    }
}
