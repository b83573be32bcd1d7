using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Syntax;
using Graph.Language;

namespace Graph.Extraction.Mentions;

/// <summary>Names of a sentence: those the model found, set right and completed by the gazetteer.</summary>
internal sealed class NameMentionFinder(ArticleContext context)
{
    private static readonly ImmutableHashSet<string> Directions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest", "southeast", "southwest",
        "northeastern", "northwestern", "southeastern", "southwestern", "north-east", "north-west", "south-east", "south-west", "north-eastern", "north-western", "south-eastern", "south-western");

    private readonly GazetteerMatcher gazetteer = new(context.Gazetteer);

    /// <summary>Mentions in text order, not overlapping.</summary>
    public ImmutableArray<TextMention> Find(SentenceSyntax syntax)
    {
        var found = new List<TextMention>();
        foreach (var name in syntax.Sentence.Names)
        {
            found.AddRange(Split(syntax, name.First, name.End, name.Kind));
        }

        AddFromGazetteer(syntax, found);
        WidenToRegions(syntax, found);
        AddPersons(syntax, found);
        AddCapitalisedOrganisations(syntax, found);
        RemoveInsideTitles(syntax, found);
        AddAcronyms(syntax, found);
        found.RemoveAll(name => IsPartOfOther(syntax, name));
        found.Sort((left, right) => left.First.CompareTo(right.First));
        return [.. found];
    }

    // "Ambassador to Germany Richard Grenell", "Mahan Air of Iran": the model runs two names together.
    private IEnumerable<TextMention> Split(SentenceSyntax syntax, int first, int end, NameKind kind)
    {
        if (kind == NameKind.Person && end - first >= 3 && gazetteer.Exact(syntax, first, first + 1) is { State: not null, Form: MentionForm.Name } state)
        {
            return [state, Named(syntax, first + 1, end, kind)];
        }

        if (PostAndHolder(syntax, first, end) is { } both)
        {
            return both;
        }

        // "NATO Allies", "Baltic Allies": the noun of a group is no part of a name.
        if (end - first >= 2 && kind != NameKind.Person && IsGroupNoun(syntax, end - 1))
        {
            return gazetteer.Exact(syntax, first, end - 1) is { } modifier ? [modifier] : [];
        }

        if (gazetteer.Exact(syntax, first, end) is { } whole)
        {
            return [whole.Kind == EntityKind.Place && kind == NameKind.Person ? Named(syntax, first, end, kind) : whole];
        }

        if (kind == NameKind.Organisation && end - first >= 4 && syntax[end - 2].Form == "of"
            && gazetteer.Exact(syntax, end - 1, end) is { State: not null } country)
        {
            return [Named(syntax, first, end - 2, kind), country];
        }

        return kind == NameKind.State ? OfState(syntax, first, end) : [Named(syntax, first, end, kind)];
    }

    // "Special Envoy for Yemen Tim Lenderking": what the title is for, and who bears it.
    private TextMention[]? PostAndHolder(SentenceSyntax syntax, int first, int end)
    {
        if (first < 2 || syntax[first - 1].Form is not ("for" or "to" or "on" or "in") || gazetteer.Exact(syntax, first, end) is not null
            || !Enumerable.Range(Math.Max(0, first - 4), Math.Min(3, first - 1)).Any(token => IsTitleEnd(syntax, token)))
        {
            return null;
        }

        for (var cut = end - 1; cut > first; cut--)
        {
            if (gazetteer.Exact(syntax, first, cut) is { Form: MentionForm.Name } post && Enumerable.Range(cut, end - cut).All(token => IsNameWord(syntax, token) || syntax[token].Form is "-" or "al" or "bin"))
            {
                return [post, Named(syntax, cut, end, NameKind.Person)];
            }
        }

        return null;
    }

    // The model calls something a state that is none: "Allies".
    private IEnumerable<TextMention> OfState(SentenceSyntax syntax, int first, int end)
    {
        var plural = syntax[end - 1].Xpos is "NNPS" or "NNS";
        return plural || context.Lexicon.NounsHeadedBy(syntax.Lemma(end - 1)).Length > 0 ? [] : [Named(syntax, first, end, NameKind.Place)];
    }

    // "the Paris Agreement" is no place, a "Native American" no state.
    private bool IsPartOfOther(SentenceSyntax syntax, TextMention name)
    {
        var isOfDeal = name.Kind is EntityKind.Place or EntityKind.State && name.Form == MentionForm.Name && name.End < syntax.Count && char.IsUpper(syntax[name.End].Form[0])
            && syntax[name.End].Upos == "PROPN" && context.Lexicon.NounsHeadedBy(syntax.Lemma(name.End)).Any(noun => noun.Class.Kind == EntityKind.Agreement);
        var isOfPeople = name.Form == MentionForm.Nationality && name.First > 0 && syntax[name.First - 1].Form is "Native" or "African" or "Latin" or "North" or "South" or "Central" or "Asian" or "Hispanic";
        return isOfDeal || isOfPeople;
    }

    // "north-eastern Syria", "southern Lebanon": a part of the state.
    private static void WidenToRegions(SentenceSyntax syntax, List<TextMention> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is { Kind: EntityKind.State, Form: MentionForm.Name, Rule: "name.state", First: > 0 } state && DirectionBefore(syntax, state.First) is var first && first < state.First
                && !found.Exists(other => other.Covers(first)))
            {
                found[i] = GazetteerMatcher.Unknown(syntax, first, state.End, EntityKind.Place, "name.part-of-state", state.State);
            }
        }
    }

    private static int DirectionBefore(SentenceSyntax syntax, int token)
    {
        var first = token - 1;
        if (!Directions.Contains(syntax[first].Form))
        {
            return token;
        }

        return first >= 2 && syntax[first - 1].Form == "-" && Directions.Contains(syntax[first - 2].Form) ? first - 2 : first;
    }

    // "the Northern Salvation Army (NSA)": what stands in the brackets is a name too.
    private static void AddAcronyms(SentenceSyntax syntax, List<TextMention> found)
    {
        foreach (var name in found.Where(name => name.Kind == EntityKind.Organisation).ToList())
        {
            var at = name.End + 1;
            if (at + 1 < syntax.Count && syntax[name.End].Form == "(" && syntax[at + 1].Form == ")" && syntax[at].Form.Length is >= 2 and <= 7
                && syntax[at].Form.All(char.IsUpper) && !Covered(found, at))
            {
                found.Add(GazetteerMatcher.Unknown(syntax, at, at + 1, EntityKind.Organisation, "name.acronym"));
            }
        }
    }

    // "Secretary of State", "National Security Adviser": a word of a title is no name.
    private void RemoveInsideTitles(SentenceSyntax syntax, List<TextMention> found)
    {
        for (var last = 1; last < syntax.Count; last++)
        {
            var first = WordMatch.Keys(syntax, last).SelectMany(key => context.Lexicon.TitlesEndingIn(key)).Where(title => title.Words.Length > 1)
                .Select(title => WordMatch.EndingAt(syntax, last, title.Words)).Where(start => start >= 0).DefaultIfEmpty(last).Min();
            found.RemoveAll(name => name.First >= first && name.End <= last + 1 && first < last && name.End - name.First <= last - first && name.Kind != EntityKind.Person);
        }
    }

    private bool IsGroupNoun(SentenceSyntax syntax, int token) =>
        syntax[token].Xpos is "NNS" or "NNPS" && context.Lexicon.NounsHeadedBy(syntax.Lemma(token)).Concat(context.Lexicon.NounsHeadedBy(syntax.Lemma(token).TrimEnd('s')))
            .Any(noun => noun.Words.Length == 1 && noun.Class.Name is "allies" or "officials" or "people");

    // "Spokesperson Ned Price", "President Egils Levits": capitalised words behind a title, or a given name and a capitalised word.
    private void AddPersons(SentenceSyntax syntax, List<TextMention> found)
    {
        for (var first = 0; first + 1 < syntax.Count; first++)
        {
            if (!IsNameWord(syntax, first) || Covered(found, first) || !(FollowsTitle(syntax, first) || context.Gazetteer.IsGivenName(syntax[first].Form)))
            {
                continue;
            }

            var end = first + 1;
            while (end < syntax.Count && (IsNameWord(syntax, end) || (syntax[end].Form is "-" or "al" or "bin" or "von" or "de" or "van" && end + 1 < syntax.Count && IsNameWord(syntax, end + 1))) && !Covered(found, end))
            {
                end++;
            }

            if (end - first is >= 2 and <= 5)
            {
                found.Add(GazetteerMatcher.Unknown(syntax, first, end, EntityKind.Person, "name.title"));
                first = end;
            }
        }
    }

    private bool FollowsTitle(SentenceSyntax syntax, int first) =>
        first > 0 && char.IsUpper(syntax[first - 1].Form[0]) && WordMatch.Keys(syntax, first - 1)
            .Any(key => context.Lexicon.TitlesEndingIn(key).Any(title => WordMatch.EndingAt(syntax, first - 1, title.Words) >= 0));

    private bool IsTitleEnd(SentenceSyntax syntax, int token) =>
        WordMatch.Keys(syntax, token).Any(key => !context.Lexicon.TitlesEndingIn(key).IsEmpty) || (syntax[token].Form == "State" && token > 0 && syntax[token - 1].Form is "of" or "Department");

    private bool IsNameWord(SentenceSyntax syntax, int token) =>
        !IsTitleEnd(syntax, token) && token > 0 && syntax[token].Upos is "PROPN" or "NOUN" or "X" && char.IsUpper(syntax[token].Form[0]) && syntax[token].Form.Length > 1;

    private TextMention Named(SentenceSyntax syntax, int first, int end, NameKind kind)
    {
        // "the Marra Brigade", "the airline Skylark": the noun in the name or before it tells what it is.
        var isBody = kind is NameKind.Place or NameKind.State && ((end - first > 1 && NamesBody(syntax, end - 1)) || (first > 0 && NamesBody(syntax, first - 1) && syntax[first - 1].Upos == "NOUN"));
        while (kind == NameKind.Person && end - first > 1 && IsTitleEnd(syntax, first))
        {
            // "State Wendy Sherman", "Advisor Amy Pope": the model takes the end of a title into the name.
            first++;
        }

        while (kind == NameKind.Person && syntax.Index == 0 && end - first > 2 && context.Lexicon.NounsHeadedBy(syntax.Lemma(end - 1)).Length > 0)
        {
            // "Heiko Maas Opening": a headline in capitals runs on.
            end--;
        }

        while (kind == NameKind.Person && end + 1 < syntax.Count && syntax[end].Form == "-" && syntax[end].Span.Start == syntax[end - 1].Span.End && syntax[end + 1].Span.Start == syntax[end].Span.End)
        {
            // "Han Seo-yun": a hyphen inside a name does not end it.
            end += 2;
        }

        return GazetteerMatcher.Unknown(syntax, first, end, isBody ? EntityKind.Organisation : KindOf(kind), "name.model");
    }

    private void AddFromGazetteer(SentenceSyntax syntax, List<TextMention> found)
    {
        foreach (var match in gazetteer.Scan(syntax))
        {
            var overlapping = found.Where(known => known.First < match.End && match.First < known.End).ToList();
            var isLonger = overlapping.TrueForAll(known => match.First <= known.First && known.End <= match.End && known.End - known.First < match.End - match.First);
            if (overlapping.Count == 0 || (isLonger && overlapping.TrueForAll(known => known.Kind != EntityKind.Person)))
            {
                found.RemoveAll(overlapping.Contains);
                found.Add(match);
            }
        }
    }

    // "the Defense Ministry", "the General Staff": capitalised words that end in the noun of a body.
    private void AddCapitalisedOrganisations(SentenceSyntax syntax, List<TextMention> found)
    {
        for (var last = 1; last < syntax.Count; last++)
        {
            if (!IsCapitalised(syntax, last) || Covered(found, last) || !NamesBody(syntax, last))
            {
                continue;
            }

            var first = last;
            while (first > 0 && IsCapitalised(syntax, first - 1) && !Covered(found, first - 1) && syntax[first - 1].Upos is "PROPN" or "ADJ" or "NOUN")
            {
                first--;
            }

            if (first < last)
            {
                found.Add(GazetteerMatcher.Unknown(syntax, first, last + 1, EntityKind.Organisation, "name.body"));
            }
        }
    }

    private bool NamesBody(SentenceSyntax syntax, int token) =>
        context.Lexicon.NounsHeadedBy(syntax.Lemma(token))
            .Any(noun => noun.Class.Kind == EntityKind.Organisation && noun.Class.Name is "government" or "organisation" or "media" or "movement" or "forces");

    private static bool IsCapitalised(SentenceSyntax syntax, int token) => token > 0 && char.IsUpper(syntax[token].Form[0]);

    private static bool Covered(List<TextMention> found, int token) => found.Exists(known => known.Covers(token));

    private static EntityKind KindOf(NameKind kind) => kind switch
    {
        NameKind.Person => EntityKind.Person,
        NameKind.Organisation => EntityKind.Organisation,
        NameKind.State => EntityKind.State,
        _ => EntityKind.Place,
    };
}
