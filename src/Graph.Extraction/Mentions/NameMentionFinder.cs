using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Syntax;
using Graph.Language;

namespace Graph.Extraction.Mentions;

/// <summary>Names of a sentence: those the model found, set right and completed by the gazetteer.</summary>
internal sealed class NameMentionFinder(ArticleContext context)
{
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
        AddCapitalisedOrganisations(syntax, found);
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

    // The model calls something a state that is none: "Allies".
    private IEnumerable<TextMention> OfState(SentenceSyntax syntax, int first, int end)
    {
        var plural = syntax[end - 1].Xpos is "NNPS" or "NNS";
        return plural || context.Lexicon.NounsHeadedBy(syntax.Lemma(end - 1)).Length > 0 ? [] : [Named(syntax, first, end, NameKind.Place)];
    }

    private static TextMention Named(SentenceSyntax syntax, int first, int end, NameKind kind) =>
        GazetteerMatcher.Unknown(syntax, first, end, KindOf(kind), "name.model");

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
            .Any(noun => noun.Class.Kind == EntityKind.Organisation && noun.Class.Name is "government" or "organisation" or "media" or "movement");

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
