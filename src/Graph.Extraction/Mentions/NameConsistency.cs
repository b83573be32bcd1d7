using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Mentions;

/// <summary>Gives the names of a document one kind each: what is called "Mahan Air" once is no person when it is called "Mahan".</summary>
internal sealed class NameConsistency(ArticleContext context)
{
    private const int ShortestSurname = 4;

    /// <summary>The mentions with their kinds settled, and the surnames that were found nowhere else than in full names; in text order.</summary>
    public ImmutableArray<TextMention> Settle(ImmutableArray<TextMention> mentions)
    {
        mentions = [.. mentions.Select(WithNoun)];
        var longer = mentions.Where(mention => mention.Rule is not "name.state" && mention.End - mention.First > 1).ToList();
        var votes = mentions.Where(mention => mention.Form == MentionForm.Name).GroupBy(Text, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, Winner, StringComparer.Ordinal);
        return WithSurnames([.. mentions.Select(mention => IsOpen(mention) ? Settled(mention, longer, votes) : IsSurname(mention, longer) ? mention.With(kind: EntityKind.Person) : mention)]);
    }

    // "Lenderking's travel" in a headline, where the model saw no name, and "Tim Lenderking" below it.
    private ImmutableArray<TextMention> WithSurnames(ImmutableArray<TextMention> mentions)
    {
        var surnames = mentions.Where(mention => mention.Kind == EntityKind.Person && mention.End - mention.First > 1)
            .Select(mention => context.Sentences[mention.Sentence][mention.End - 1].Form).Where(form => form.Length >= ShortestSurname && char.IsUpper(form[0])).ToHashSet(StringComparer.Ordinal);
        var taken = mentions.SelectMany(mention => Enumerable.Range(mention.First, mention.End - mention.First).Select(token => (mention.Sentence, token))).ToHashSet();
        var missed = context.Sentences.SelectMany(syntax => Enumerable.Range(0, syntax.Count)
            .Where(token => syntax[token].Upos == "PROPN" && surnames.Contains(syntax[token].Form) && !taken.Contains((syntax.Index, token)) && !IsInName(syntax, token))
            .Select(token => GazetteerMatcher.Unknown(syntax, token, token + 1, EntityKind.Person, "name.surname"))).ToList();
        return missed.Count == 0 ? mentions : [.. mentions.Concat(missed).OrderBy(mention => mention.Sentence).ThenBy(mention => mention.First)];
    }

    // "the Lenderking Foundation" and "Ann Lenderking" are others.
    private static bool IsInName(SentenceSyntax syntax, int token) =>
        (token + 1 < syntax.Count && syntax[token + 1].Upos == "PROPN") || (token > 1 && syntax[token - 1].Upos == "PROPN" && syntax.Is(token, "flat"));

    // "Senator Alice Jordan criticised Iran. Jordan called for sanctions": as a subject the name is hers; after a preposition it is the state.
    private bool IsSurname(TextMention mention, List<TextMention> longer)
    {
        var syntax = context.Sentences[mention.Sentence];
        return mention.Rule is "name.state" or "name.capital" or "name.place" && mention.End - mention.First == 1 && (syntax.Is(mention.Head, "nsubj") || syntax[mention.Head].Deprel == "nmod:poss")
            && longer.Exists(name => name.Kind == EntityKind.Person && IsPart(Text(mention), name, last: true) && name.Sentence <= mention.Sentence);
    }

    // What the gazetteer knows is settled; so is what a noun or title beside it says.
    private static bool IsOpen(TextMention mention) => mention.Rule == "name.model";

    private TextMention Settled(TextMention mention, List<TextMention> longer, Dictionary<string, EntityKind> votes)
    {
        var text = Text(mention);
        if (mention.End - mention.First == 1)
        {
            // A part of a longer name is what the longer name is; a person's is mostly the surname.
            var whole = longer.Find(name => name.Kind == EntityKind.Person && IsPart(text, name, last: true))
                ?? longer.Find(name => name.Kind == EntityKind.Organisation && (IsPart(text, name, last: false) || IsPlural(text, name)))
                ?? longer.Find(name => name.Kind == EntityKind.Person && IsPart(text, name, last: false));
            if (whole is not null)
            {
                return mention.With(kind: whole.Kind);
            }
        }

        return mention.With(kind: votes[text]);
    }

    // "the Houthi movement", "Amhara forces", "the Khurais oil field": a name before the noun of a group or facility names that.
    private TextMention WithNoun(TextMention mention)
    {
        var syntax = context.Sentences[mention.Sentence];
        if (mention.Rule is not ("name.model" or "name.place") || mention.End - mention.First > 2 || mention.End >= syntax.Count || syntax[mention.Head].Deprel is "nmod:poss")
        {
            return mention;
        }

        var noun = syntax.Head(mention.Head);
        if (noun < mention.End || noun > mention.End + 2 || !IsPlainCompound(syntax, mention, noun))
        {
            return mention;
        }

        foreach (var entry in context.Lexicon.NounsHeadedBy(syntax.Lemma(noun)).Where(entry => WordMatch.EndingAt(syntax, noun, entry.Words) == noun - entry.Words.Length + 1))
        {
            if (entry.Class.Name is "movement" or "forces" && mention.Kind != EntityKind.Organisation && (mention.Kind != EntityKind.Person || noun == mention.End))
            {
                return mention.With(kind: EntityKind.Organisation, end: noun + 1, head: noun, rule: "name.group");
            }

            if (entry.Class.Name == "facility" && mention.Kind == EntityKind.Place)
            {
                return mention.With(kind: EntityKind.Place, end: noun + 1, head: noun, rule: "name.facility");
            }
        }

        return mention;
    }

    private static bool IsPlainCompound(SentenceSyntax syntax, TextMention mention, int noun) =>
        Enumerable.Range(mention.End, noun - mention.End + 1).All(token => syntax.IsNoun(token))
        && !syntax.Children(mention.Head).Any(child => syntax.Is(child, "cc") || syntax.Is(child, "conj"));

    // A preposition of place counts twice; a single word as a person's name counts half unless it is known as a given name.
    private EntityKind Winner(IEnumerable<TextMention> mentions) =>
        mentions.SelectMany(mention => new[] { (mention.Kind, Weight: IsWeakPerson(mention) ? 0.5 : 1), (Kind: EntityKind.Place, Weight: IsLocated(mention) ? 2 : 0.0) })
            .GroupBy(vote => vote.Kind)
            .OrderByDescending(group => group.Sum(vote => vote.Weight))
            .ThenBy(group => group.Key == EntityKind.Organisation ? 0 : 1)
            .ThenBy(group => group.Key)
            .First().Key;

    private bool IsWeakPerson(TextMention mention) =>
        mention.Kind == EntityKind.Person && mention.End - mention.First == 1 && !context.Gazetteer.IsGivenName(Text(mention));

    private bool IsLocated(TextMention mention) =>
        mention.Kind != EntityKind.Organisation && mention.First > 0 && context.Sentences[mention.Sentence][mention.First - 1].Form is "in" or "at" or "near";

    private bool IsPart(string word, TextMention name, bool last) =>
        context.Sentences[name.Sentence][last ? name.End - 1 : name.First].Form == word;

    private bool IsPlural(string word, TextMention name) => word == context.Sentences[name.Sentence][name.First].Form + "s";

    private string Text(TextMention mention) => context.Text(mention.Sentence, mention.First, mention.End);
}
