using System.Collections.Immutable;
using Graph.Extraction.Coreference;
using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Offices;

/// <summary>Finds what a title belongs to where the phrase itself does not say.</summary>
internal sealed class JurisdictionReader(ArticleContext context, Actors actors)
{
    /// <summary>The holdings with their owners completed; what was concluded is marked.</summary>
    public ImmutableArray<TitleHolding> Complete()
    {
        var ofPublisher = StateOfPublisher();
        // "the Ukrainian president's aide", "his foreign minister": owners by titles and pronouns have been resolved only now.
        ImmutableArray<TitleHolding> holdings = [.. actors.Holdings.Select(holding => holding with { Owners = Owners(holding.Title) })];
        var byTitle = With(holdings, OfTitle);
        var byOther = With(byTitle, holding => OfOtherTitle(byTitle, holding));
        return With(byOther, holding => Concluded(holding, ofPublisher));
    }

    private ImmutableArray<EntityDraft> Owners(Mentions.TitlePhrase title) =>
        [.. title.Owners.Select(token => actors.Entities.At(title.Sentence, token)).OfType<EntityDraft>().Distinct()];

    private static ImmutableArray<TitleHolding> With(ImmutableArray<TitleHolding> holdings, Func<TitleHolding, EntityDraft?> owner) =>
        [.. holdings.Select(holding => holding.Owners.IsEmpty && owner(holding) is { } found ? holding with { Owners = [found], IsInferred = true } : holding)];

    // "Secretary Blinken" is the Secretary of State that the text calls him elsewhere.
    private static EntityDraft? OfOtherTitle(ImmutableArray<TitleHolding> holdings, TitleHolding holding) =>
        holdings.FirstOrDefault(other => other.Person == holding.Person && !other.Owners.IsEmpty && other.Title.Entry.Kind == holding.Title.Entry.Kind)?.Owners[0];

    private EntityDraft? Concluded(TitleHolding holding, EntityDraft? ofPublisher)
    {
        // A mayor, governor or judge belongs to no state as a whole.
        if (holding.Title.Entry.Kind is TitleKind.Honorific or TitleKind.Member || holding.Title.Entry.Words[^1] is "mayor" or "governor" or "judge" or "justice" or "senator" or "sheriff")
        {
            return null;
        }

        return OfGroup(holding) ?? OfDestination(holding)
            ?? (holding.Title.Entry.Kind == TitleKind.Spokesperson ? ofPublisher : null)
            ?? (IsNational(holding.Title.Entry) ? OfDateline() ?? (ofPublisher is null ? OfHeadline(holding.Title.Sentence) : null) : null);
    }

    private static bool IsNational(TitleEntry entry) =>
        entry.Kind is TitleKind.Office or TitleKind.Leader && entry.Words[^1] is "minister" or "president" or "premier" or "chancellor" or "king" or "queen" or "emir" or "sultan";

    // "Hurricane leaves trail of destruction in the Bahamas": the one state that the headline names. Where a ministry publishes
    // the text, its own president is called by the title alone, whatever state the headline is about.
    private EntityDraft? OfHeadline(int sentence)
    {
        var states = actors.Entities.Entities.Where(entity => entity.Kind == EntityKind.State && entity.Mentions.Any(linked => linked.Mention.Sentence == 0)).Take(2).ToList();
        return sentence > 0 && states.Count == 1 ? states[0] : null;
    }

    // "TALLINN — Prime Minister Kadri Tamm conceded defeat": a paper calls the ministers of where it writes by their titles alone.
    private EntityDraft? OfDateline()
    {
        var place = actors.Entities.Entities.FirstOrDefault(entity => entity.Kind == EntityKind.Place
            && entity.Mentions.Any(linked => linked.Mention.First == 0 && linked.Mention.Rule == "metonymy.dateline"));
        return place?.Mentions.FirstOrDefault(linked => linked.Mention.IsCapital).Mention?.State is { } state ? actors.Names.StateOf(state) : place is null ? null : StateOf(place);
    }

    // "Secretary of State" alone is the American one.
    private EntityDraft? OfTitle(TitleHolding holding) =>
        holding.Title.Entry.State is { Length: > 0 } iso3 && context.Gazetteer.State(iso3) is { } state ? actors.Names.StateOf(state) : null;

    // "Polish leaders, including Foreign Minister Zbigniew Rau".
    private EntityDraft? OfGroup(TitleHolding holding)
    {
        var syntax = context.Sentences[holding.Title.Sentence];
        for (var at = holding.Title.Head; at >= 0; at = syntax.Head(at))
        {
            var group = actors.Entities.At(syntax.Index, at);
            var owner = group is null ? null : actors.Ownerships.FirstOrDefault(ownership => ownership.Group == group && ownership.Owner.Kind == EntityKind.State)?.Owner;
            if (owner is not null)
            {
                return owner;
            }

            if (syntax.IsVerb(at))
            {
                return null;
            }
        }

        return null;
    }

    // "travel to Riga, Latvia, to meet with President Egils Levits": whoever is met there rules there.
    private EntityDraft? OfDestination(TitleHolding holding)
    {
        var syntax = context.Sentences[holding.Title.Sentence];
        if (Ancestors(syntax, holding.Title.Holder!.Head).TakeWhile(token => !syntax.IsVerb(token)).Any(token => syntax.Is(token, "nsubj")))
        {
            // Whoever goes somewhere does not rule there.
            return null;
        }

        foreach (var verb in Ancestors(syntax, holding.Title.Holder!.Head).Where(syntax.IsVerb))
        {
            if (Surroundings.DestinationOf(context, actors.Entities, syntax, verb) is { } place)
            {
                return place.State is not null ? place : StateOf(place);
            }
        }

        return null;
    }

    private EntityDraft? StateOf(EntityDraft place)
    {
        var capital = place.Mentions.Select(linked => linked.Mention).FirstOrDefault(mention => mention.IsCapital);
        var state = capital?.State ?? (place.Place?.Country is { Length: > 0 } iso3 ? context.Gazetteer.State(iso3) : null);
        return state is null ? null : actors.Entities.Entities.FirstOrDefault(entity => entity.State == state);
    }

    // A text that says "our allies" outside quotations is published by the side of the first official it names.
    private EntityDraft? StateOfPublisher() =>
        actors.Holdings.Select(OfTitle).FirstOrDefault(state => state is not null);

    private static IEnumerable<int> Ancestors(SentenceSyntax syntax, int token)
    {
        for (var at = token; at >= 0; at = syntax.Head(at))
        {
            yield return at;
        }
    }
}
