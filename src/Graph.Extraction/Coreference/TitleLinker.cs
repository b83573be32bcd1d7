using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Mentions;

namespace Graph.Extraction.Coreference;

/// <summary>Joins titles with persons: those beside a name, then those that stand for one ("the Secretary", "the Ukrainian president").</summary>
internal sealed class TitleLinker(ArticleContext context, EntityTable entities)
{
    private readonly List<TitleHolding> holdings = [];

    /// <summary>Links the titles of the article, in text order, and returns who bears which.</summary>
    public ImmutableArray<TitleHolding> Link(ImmutableArray<TitlePhrase> titles)
    {
        foreach (var title in titles.Where(title => title.Holder is not null))
        {
            Hold(title, entities.At(title.Sentence, title.Holder!.Head)!);
        }

        foreach (var title in titles.Where(title => title.Holder is null && !title.IsPlural && IsReference(title)))
        {
            if (Referent(title) is { } person)
            {
                var mention = Mention(title);
                entities.Link(mention, person, mention.Rule);
                Alias(title, person);
            }
        }

        AliasDescriptions();
        return [.. holdings];
    }

    // "Egypt's harbour master, Tarek Fouad, attended": a noun that no title explains stands for whose name explains it.
    private void AliasDescriptions()
    {
        foreach (var person in entities.Entities.Where(entity => entity.Kind == EntityKind.Person).ToList())
        {
            foreach (var mention in person.Mentions.Select(linked => linked.Mention).Where(mention => mention.Form == MentionForm.Name).ToList())
            {
                var syntax = context.Sentences[mention.Sentence];
                var noun = syntax.Head(mention.Head);
                if (noun >= 0 && noun < mention.First && syntax.Is(mention.Head, "appos") && syntax[noun].Xpos == "NN" && entities.At(mention.Sentence, noun) is null
                    && !context.Lexicon.NounsHeadedBy(syntax.Lemma(noun)).Any())
                {
                    entities.Alias(mention.Sentence, noun, person);
                }
            }
        }
    }

    private void Hold(TitlePhrase title, EntityDraft person)
    {
        holdings.Add(new TitleHolding(person, title, Owners(title)));
        Alias(title, person);
        var end = Math.Max(title.PhraseEnd, title.Holder!.End);
        var first = Math.Min(title.First, title.Holder.First);
        if (title.Rule is "title.before-name" or "title.apposition")
        {
            AddForm(person, title, first, title.Holder.End);
            AddForm(person, title, title.TitleFirst, title.Holder.End);
        }

        if (title.Entry.Gender.Length > 0 && person.Gender == Language.Gazetteer.Gender.Unknown)
        {
            person.Gender = title.Entry.Gender == "male" ? Language.Gazetteer.Gender.Male : Language.Gazetteer.Gender.Female;
        }
    }

    private void AddForm(EntityDraft person, TitlePhrase title, int first, int end)
    {
        var syntax = context.Sentences[title.Sentence];
        while (first < end && syntax[first].Upos is "DET" or "ADP")
        {
            first++;
        }

        if (first < end)
        {
            person.FurtherForms.Add(NameText.OneLine(context.Text(title.Sentence, first, end)));
        }
    }

    private void Alias(TitlePhrase title, EntityDraft person)
    {
        for (var token = title.TitleFirst; token < title.End; token++)
        {
            entities.Alias(title.Sentence, token, person);
            if (title.IsPlural)
            {
                // "the ministers, A and B": the noun stands for both.
                entities.Accompany(title.Sentence, token, person);
            }
        }
    }

    // A title refers where it is definite, possessed or written as a name is.
    private bool IsReference(TitlePhrase title)
    {
        var syntax = context.Sentences[title.Sentence];
        if (title.Entry.Kind is TitleKind.Member or TitleKind.Honorific || entities.At(title.Sentence, title.Head) is not null)
        {
            return false;
        }

        // "The Secretary and President agreed": one article for both.
        var isCoordinated = syntax.Is(title.Head, "conj") && syntax.ChildrenIn(syntax.Head(title.Head), "det").Any(det => syntax.Lemma(det) == "the");
        return isCoordinated || syntax[title.First].Form is "the" or "The" || title.Owners.Length > 0 || syntax.Child(title.Head, "nmod:poss") >= 0;
    }

    private EntityDraft? Referent(TitlePhrase title)
    {
        var words = Words(title.Name);
        var owners = Owners(title);
        var mention = Mention(title);
        var fitting = holdings.Where(holding => IsCalled(words, Words(holding.Title.Name)) && SameOwner(owners, holding)).ToList();
        var before = fitting.Select(holding => (holding.Person, At: holding.Person.LastBefore(mention))).Where(candidate => candidate.At >= 0).OrderByDescending(candidate => candidate.At).FirstOrDefault().Person;
        if (before is not null)
        {
            return before;
        }

        // "the Ukrainian president's aide" before the president is named: only what the owner makes sure of.
        var persons = fitting.Where(holding => !owners.IsEmpty && !holding.Owners.IsEmpty && holding.Title.Status == OfficeStatus.Current)
            .Select(holding => holding.Person).Distinct().ToList();
        return persons.Count == 1 ? persons[0] : null;
    }

    // "the president" is no vice president, and "the Secretary" no assistant secretary.
    private static bool IsCalled(string[] words, string[] title) =>
        words.All(title.Contains) && title.All(word => words.Contains(word) || word is not ("vice" or "deputy" or "assistant" or "under"));

    private static bool SameOwner(ImmutableArray<EntityDraft> owners, TitleHolding holding) =>
        owners.IsEmpty || holding.Owners.IsEmpty || owners.Any(holding.Owners.Contains);

    private static TextMention Mention(TitlePhrase title) => new()
    {
        Sentence = title.Sentence,
        First = title.First,
        End = title.End,
        Head = title.Head,
        Form = MentionForm.Title,
        Kind = EntityKind.Person,
        Rule = "title.reference",
    };

    private ImmutableArray<EntityDraft> Owners(TitlePhrase title) =>
        [.. title.Owners.Select(token => entities.At(title.Sentence, token)).OfType<EntityDraft>().Distinct()];

    private static string[] Words(string title) => title.ToLowerInvariant().Split([' ', '-']);
}
