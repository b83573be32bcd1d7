using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Mentions;
using Graph.Language.Gazetteer;

namespace Graph.Extraction.Coreference;

/// <summary>Joins the names of persons: full names first, then what is left of them later in the text.</summary>
internal sealed class PersonLinker(ArticleContext context, EntityTable entities)
{
    private const int ShortestMisspelling = 5;

    private readonly List<(EntityDraft Person, string[] Words)> persons = [];

    /// <summary>Links all person names; the longest ones open entities, whatever their place in the text.</summary>
    public void Link(IEnumerable<TextMention> names)
    {
        var mentions = names.Where(name => name.Kind == EntityKind.Person).ToList();
        foreach (var mention in mentions.Where(mention => Words(mention).Length > 1).OrderByDescending(mention => Words(mention).Length))
        {
            var words = Words(mention);
            var known = persons.Find(person => IsVariant(words, person.Words));
            Attach(mention, words, known.Person, known.Person is null ? "person.full-name" : "person.name-variant");
        }

        foreach (var mention in mentions.Where(mention => Words(mention).Length == 1))
        {
            var words = Words(mention);
            var (known, rule) = OfPart(mention, words[0]);
            Attach(mention, words, known, rule);
        }
    }

    private void Attach(TextMention mention, string[] words, EntityDraft? known, string rule)
    {
        if (known is null)
        {
            known = entities.Add(new EntityDraft(EntityKind.Person, NameText.OneLine(Text(mention))) { Gender = GenderOf(mention) });
            persons.Add((known, words));
        }

        entities.Link(mention, known, rule);
    }

    // A surname alone is the person's who was named last; a given name or first name only where no surname fits.
    private (EntityDraft? Person, string Rule) OfPart(TextMention mention, string word)
    {
        var bySurname = persons.Where(person => person.Words[^1] == word).ToList();
        if (bySurname.Count > 1 && bySurname.TrueForAll(candidate => candidate.Words.Length > 1))
        {
            // "Peter Osei met Daniel Osei. Osei then left": nothing says which; a later surname alone stays with what was decided.
            return (null, "person.ambiguous-surname");
        }

        if (bySurname.Count > 0)
        {
            return (Nearest(bySurname, mention), "person.surname");
        }

        var byFirst = persons.Where(person => person.Words.Length > 1 && person.Words.Contains(word)).ToList();
        if (byFirst.Count > 0)
        {
            return (Nearest(byFirst, mention), "person.part-of-name");
        }

        // "Sarea" and "Saree" in one article are one man, spelt twice.
        var misspelt = persons.Where(person => person.Words.Length > 1 && word.Length >= ShortestMisspelling
            && person.Words[^1][0] == word[0] && NameText.Distance(person.Words[^1], word, 1) == 1).ToList();
        return misspelt.Count == 1 ? (misspelt[0].Person, "person.spelling") : (null, "person.name");
    }

    private static EntityDraft Nearest(List<(EntityDraft Person, string[] Words)> candidates, TextMention mention) =>
        candidates.Select(candidate => candidate.Person)
            .OrderByDescending(person => person.LastBefore(mention))
            .First();

    // "Antony J. Blinken" and "Antony Blinken"; "A. Blinken" and "Antony Blinken": same surname, and the rest does not contradict.
    private static bool IsVariant(string[] words, string[] known)
    {
        if (words[^1] != known[^1])
        {
            return words.Length == known.Length && words.Length > 2 && words.SequenceEqual(known);
        }

        var (shorter, longer) = words.Length <= known.Length ? (words, known) : (known, words);
        var at = 0;
        foreach (var word in shorter)
        {
            while (at < longer.Length && !SameOrInitial(word, longer[at]))
            {
                at++;
            }

            if (at++ == longer.Length)
            {
                return false;
            }
        }

        // "al-Assad" of "Bashar al-Assad": a particle may open the surname.
        return SameOrInitial(words[0], known[0]) || shorter[0].Length <= 3;
    }

    private static bool SameOrInitial(string left, string right) =>
        left == right || (left.Length == 1 && right[0] == left[0]) || (right.Length == 1 && left[0] == right[0]);

    private Gender GenderOf(TextMention mention)
    {
        var syntax = context.Sentences[mention.Sentence];
        return context.Gazetteer.GenderOf(syntax[mention.First].Form);
    }

    private string[] Words(TextMention mention) => NameText.Fold(Text(mention)).Split(' ');

    private string Text(TextMention mention) => context.Text(mention.Sentence, mention.First, mention.End);
}
