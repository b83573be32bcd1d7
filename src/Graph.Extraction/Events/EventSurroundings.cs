using Graph.Extraction.Entities;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Events;

/// <summary>Arguments of a meeting that stand in the clauses around it.</summary>
internal static class EventSurroundings
{
    /// <summary>What is discussed in a clause that hangs from the meeting's: "met to discuss the sanctions".</summary>
    public static IEnumerable<EventArgument> Topics(ArticleContext context, SentenceSyntax syntax, Clause clause) =>
        context.Clauses[syntax.Index]
            .Where(inner => IsDiscussion(inner.Lemma) && inner.Predicate != clause.Predicate && syntax.IsAncestor(clause.Predicate, inner.Predicate))
            .SelectMany(inner => inner.Objects.Concat(ArgumentFinder.Find(syntax, inner, "about")).Concat(ArgumentFinder.Find(syntax, inner, "on")))
            .Select(token => new EventArgument(EventRole.Topic, token, clause.Predicate));

    /// <summary>The place that the clauses above give: "travels to Riga to meet", "in Brussels where he will attend".</summary>
    public static IEnumerable<EventArgument> Place(ArticleContext context, EntityTable entities, SentenceSyntax syntax, int verb, int cue)
    {
        var token = Surroundings.PlaceToken(context, entities, syntax, verb);
        return token < 0 ? [] : [new EventArgument(EventRole.Place, token, cue)];
    }

    /// <summary>Whether a verb has a topic as its object.</summary>
    public static bool IsDiscussion(string lemma) => lemma is "discuss" or "address" or "review" or "tackle" or "debate" or "raise" or "cover" or "negotiate";
}
