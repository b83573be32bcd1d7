using System.Collections.Immutable;
using Graph.Extraction.Entities;

namespace Graph.Extraction.Mentions;

/// <summary>Gives the names of a document one kind each: what is called "Mahan Air" once is no person when it is called "Mahan".</summary>
internal sealed class NameConsistency(ArticleContext context)
{
    /// <summary>The mentions with their kinds settled, in the same order.</summary>
    public ImmutableArray<TextMention> Settle(ImmutableArray<TextMention> mentions)
    {
        mentions = [.. mentions.Select(WithGroupNoun)];
        var longer = mentions.Where(IsOpen).Where(mention => mention.End - mention.First > 1).ToList();
        var votes = mentions.Where(IsOpen).GroupBy(Text, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, Winner, StringComparer.Ordinal);
        return [.. mentions.Select(mention => IsOpen(mention) ? Settled(mention, longer, votes) : mention)];
    }

    // What the gazetteer knows is settled; so is a name with a title.
    private static bool IsOpen(TextMention mention) => mention.Rule is "name.model" or "name.group" or "name.body";

    private TextMention Settled(TextMention mention, List<TextMention> longer, Dictionary<string, EntityKind> votes)
    {
        if (mention.Rule == "name.group")
        {
            return mention;
        }

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

    // "the Houthi movement", "Amhara forces": a name before the noun of a group names the group.
    private TextMention WithGroupNoun(TextMention mention)
    {
        var syntax = context.Sentences[mention.Sentence];
        if (!IsOpen(mention) || mention.Kind == EntityKind.Organisation && mention.End - mention.First > 1 || mention.End >= syntax.Count)
        {
            return mention;
        }

        var isGroup = syntax[mention.End].Form != "'s" && context.Lexicon.NounsHeadedBy(syntax.Lemma(mention.End))
            .Any(noun => noun.Words.Length == 1 && noun.Class.Name is "movement" or "forces") && syntax.IsNoun(mention.End);
        return isGroup && mention.End - mention.First == 1
            ? mention.With(kind: EntityKind.Organisation, end: mention.End + 1, head: mention.End, rule: "name.group")
            : mention;
    }

    private static EntityKind Winner(IEnumerable<TextMention> mentions) =>
        mentions.GroupBy(mention => mention.Kind)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key == EntityKind.Organisation ? 0 : 1)
            .ThenBy(group => group.Key)
            .First().Key;

    private bool IsPart(string word, TextMention name, bool last)
    {
        var syntax = context.Sentences[name.Sentence];
        return syntax[last ? name.End - 1 : name.First].Form == word;
    }

    private bool IsPlural(string word, TextMention name) => word == context.Sentences[name.Sentence][name.First].Form + "s";

    private string Text(TextMention mention) => context.Text(mention.Sentence, mention.First, mention.End);
}
