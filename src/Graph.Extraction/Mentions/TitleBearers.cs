using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Mentions;

/// <summary>Finds who bears a title: the name behind it, before it, in apposition, as its subject, or appointed to it.</summary>
internal static class TitleBearers
{
    /// <summary>The persons that bear a title, with the rule that joined them; none where the title stands alone.</summary>
    public static ImmutableArray<TextMention> Of(
        SentenceSyntax syntax, ImmutableArray<TextMention> names, int start, int end, int phraseEnd, int head, out string rule)
    {
        rule = "title.before-name";
        if (!IsServed(syntax, start) && (PersonAt(names, SkipHonorifics(syntax, names, end)) ?? PersonAt(names, SkipHonorifics(syntax, names, phraseEnd))) is { } direct)
        {
            return syntax[end - 1].Xpos is "NNS" or "NNPS" ? Listed(syntax, names, direct) : [direct];
        }

        rule = "title.after-name";
        // "to meet Leyla Demir, a Saudi official said": who says so is another.
        var isSubject = syntax.Is(head, "nsubj") && syntax.Head(head) > head;
        var isPossessor = phraseEnd < syntax.Count && syntax[phraseEnd].Form is "'s" or "’s" or "'" or "’";
        if (start >= 2 && !isPossessor && !isSubject && syntax[start - 1].Form is "," or "(" or "–" or "—" && names.FirstOrDefault(name => name.End == start - 1 && name.Kind == EntityKind.Person) is { } before)
        {
            return [before];
        }

        rule = "title.apposition";
        if (phraseEnd + 1 < syntax.Count && syntax[phraseEnd].Form == "," && PersonAt(names, SkipHonorifics(syntax, names, phraseEnd + 1)) is { } after
            && IsApposition(syntax, after, head))
        {
            return Listed(syntax, names, after);
        }

        rule = "title.copula";
        if (syntax.Child(head, "cop") >= 0 && syntax.Child(head, "nsubj") is var subject && subject >= 0)
        {
            var bearer = names.FirstOrDefault(name => name.Kind == EntityKind.Person && name.Covers(subject));
            bearer ??= syntax[subject].Xpos == "WP" && syntax.Head(head) is var noun && noun >= 0
                ? names.FirstOrDefault(name => name.Kind == EntityKind.Person && name.Covers(noun))
                : null;
            return bearer is null ? [] : [bearer];
        }

        rule = "title.appointed";
        if (Appointed(syntax, names, head) is { } appointed)
        {
            return [appointed];
        }

        if (AsBearer(syntax, names, head, out rule) is { } serving)
        {
            return [serving];
        }

        rule = "title.alone";
        return [];
    }

    // "Diplomatic Adviser to the President Anwar Gargash": the name is the adviser's.
    private static bool IsServed(SentenceSyntax syntax, int start) =>
        start >= 2 && syntax[start].Form is "the" && syntax[start - 1].Form is "to" && syntax.IsNoun(start - 2) && char.IsUpper(syntax[start - 2].Form[0]);

    // "resigned as finance minister", "who served as defence minister", "the resignation of Adeyemi as minister".
    private static TextMention? AsBearer(SentenceSyntax syntax, ImmutableArray<TextMention> names, int head, out string rule)
    {
        rule = "title.served";
        var above = syntax.Head(head);
        if (above < 0 || syntax.Preposition(head) != "as")
        {
            return null;
        }

        var lemma = syntax.Lemma(above);
        rule = lemma is "resign" or "step" or "quit" or "resignation" or "retire" ? "title.resigned" : rule;
        var tokens = lemma switch
        {
            "resign" or "step" or "quit" or "retire" or "serve" or "act" or "work" => syntax.ChildrenIn(above, "nsubj"),
            "resignation" or "appointment" or "election" or "nomination" => ArgumentFinder.Modifiers(syntax, above, "of").Concat(syntax.Children(above).Where(child => syntax[child].Deprel == "nmod:poss")),
            _ => [],
        };
        var owner = syntax[above].Deprel == "acl:relcl" ? syntax.Head(above) : -1;
        return tokens.Select(token => syntax[token].Xpos is "WP" or "WDT" && owner >= 0 ? owner : token)
            .Select(token => names.FirstOrDefault(name => name.Kind == EntityKind.Person && name.Covers(token)))
            .FirstOrDefault(name => name is not null);
    }

    // "appointed General Otieno as envoy", "was elected president": who is given the title.
    private static TextMention? Appointed(SentenceSyntax syntax, ImmutableArray<TextMention> names, int head)
    {
        var verb = syntax.Head(head);
        if (verb < 0 || syntax.Lemma(verb) is not ("appoint" or "name" or "elect" or "nominate" or "become" or "reelect" or "pick" or "choose" or "promote")
            || !(syntax.Preposition(head) is "as" or "" && (syntax.Is(head, "obl") || syntax.Is(head, "xcomp") || syntax.Is(head, "obj"))))
        {
            return null;
        }

        var relations = syntax.Lemma(verb) == "become" || syntax.Children(verb).Any(child => syntax[child].Deprel == "nsubj:pass") ? "nsubj" : "obj";
        return syntax.ChildrenIn(verb, relations).Where(child => child != head)
            .Select(child => names.FirstOrDefault(name => name.Kind == EntityKind.Person && (name.Covers(child) || syntax.IsAncestor(child, name.Head, below: verb))))
            .FirstOrDefault(name => name is not null);
    }

    // After a comma a name is the bearer's where the parser says so or where a comma or the end closes it again.
    private static bool IsApposition(SentenceSyntax syntax, TextMention person, int head) =>
        (syntax.Is(person.Head, "appos") && syntax.Head(person.Head) == head)
        || (person.End < syntax.Count && syntax[person.End].Form is "," or "." or "and");

    private static ImmutableArray<TextMention> Listed(SentenceSyntax syntax, ImmutableArray<TextMention> names, TextMention first)
    {
        var list = ImmutableArray.Create(first);
        while (true)
        {
            var at = StateAfter(syntax, names, list[^1]) is var state && state >= 0 ? names.First(name => name.Covers(state)).End : list[^1].End;
            if (at + 1 >= syntax.Count || syntax[at].Form is not ("and" or ",") || PersonAt(names, syntax[at + 1].Form == "and" ? at + 2 : at + 1) is not { } next)
            {
                return list;
            }

            list = list.Add(next);
        }
    }

    /// <summary>The head of the state in "President Petrenko of Ukraine"; -1 for none.</summary>
    public static int StateAfter(SentenceSyntax syntax, ImmutableArray<TextMention> names, TextMention person) =>
        person.End + 1 < syntax.Count && syntax[person.End].Form == "of"
            ? names.FirstOrDefault(name => name.First == person.End + 1 && name.Kind is EntityKind.State or EntityKind.Organisation)?.Head ?? -1
            : -1;

    private static int SkipHonorifics(SentenceSyntax syntax, ImmutableArray<TextMention> names, int at)
    {
        while (at < syntax.Count && syntax[at].Form is "Prince" or "Sheikh" or "Mr." or "Dr." or "Gen." or "Sir" && !names.Any(name => name.Covers(at)))
        {
            at++;
        }

        return at;
    }

    /// <summary>The person whose name begins at a token; null for none.</summary>
    public static TextMention? PersonAt(ImmutableArray<TextMention> names, int token) =>
        names.FirstOrDefault(name => name.First == token && name.Kind == EntityKind.Person);
}
