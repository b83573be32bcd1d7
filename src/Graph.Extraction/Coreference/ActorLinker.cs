using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Mentions;
using Graph.Extraction.Metonymy;

namespace Graph.Extraction.Coreference;

/// <summary>Who and what the article names, and whose it is.</summary>
/// <param name="Entities">Persons, states, organisations and places with their mentions.</param>
/// <param name="Holdings">Who bears which title.</param>
/// <param name="Ownerships">Whose the groups and bodies are.</param>
/// <param name="Titles">All titles of the text.</param>
/// <param name="Names">The entities of names, states among them.</param>
internal sealed record Actors(
    EntityTable Entities, ImmutableArray<TitleHolding> Holdings, ImmutableArray<GroupOwnership> Ownerships,
    ImmutableArray<TitlePhrase> Titles, NameLinker Names);

/// <summary>Finds the actors and places of an article, mention by mention.</summary>
internal sealed class ActorLinker(ArticleContext context)
{
    // "an attack on its territory": once the pronoun is resolved, the state itself.
    private void MergeOwnSoil(EntityTable entities)
    {
        foreach (var syntax in context.Sentences)
        {
            for (var token = 0; token < syntax.Count; token++)
            {
                if (syntax.Lemma(token) is "territory" or "soil" or "airspace" && entities.At(syntax.Index, token) is { Kind: EntityKind.Place, IsNamed: false } soil
                    && syntax.ChildrenIn(token, "nmod").Where(child => syntax[child].Deprel == "nmod:poss" && syntax[child].Upos == "PRON")
                        .Select(child => entities.At(syntax.Index, child)).FirstOrDefault() is { Kind: EntityKind.State } owner)
                {
                    entities.Merge(soil, owner);
                }
            }
        }
    }

    /// <summary>Runs the sieves in their order: names, titles, groups, pronouns.</summary>
    public Actors Link()
    {
        var metonymy = new MetonymyReader(context);
        var finder = new NameMentionFinder(context);
        ImmutableArray<TextMention> names = [.. context.Sentences.SelectMany(syntax => finder.Find(syntax))];
        names = [.. new NameConsistency(context).Settle(names).Select(metonymy.Read)];
        var bySentence = names.ToLookup(name => name.Sentence);

        var entities = new EntityTable();
        new PersonLinker(context, entities).Link(names);
        var linker = new NameLinker(context, entities);
        linker.Link(names);

        var titleFinder = new TitleFinder(context);
        ImmutableArray<TitlePhrase> titles = [.. context.Sentences.SelectMany(syntax => titleFinder.Find(syntax, [.. bySentence[syntax.Index]]))];
        var holdings = new TitleLinker(context, entities).Link(titles);

        var nominals = new NominalFinder(context);
        var groups = new GroupLinker(context, entities);
        var ownerships = groups.Link(
            context.Sentences.SelectMany(syntax => nominals.Find(syntax, token => entities.At(syntax.Index, token) is not null)));

        var pronouns = new PronounLinker(context, entities, new SpeakerSides(context, entities, holdings));
        foreach (var syntax in context.Sentences)
        {
            pronouns.Link(syntax);
        }

        MergeOwnSoil(entities);
        return new Actors(entities, holdings, ownerships.AddRange(groups.OwnershipsByPronoun()), titles, linker);
    }
}
