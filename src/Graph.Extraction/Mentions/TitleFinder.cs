using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Mentions;

/// <summary>Finds titles with what they belong to and who bears them.</summary>
internal sealed class TitleFinder(ArticleContext context)
{
    private static readonly ImmutableHashSet<string> FormerWords =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "former", "ex", "then", "late", "outgoing", "onetime", "erstwhile", "deposed", "ousted");

    private static readonly ImmutableHashSet<string> IncomingWords =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "incoming", "future", "elect", "designate", "nominee", "next");

    // Words between jurisdiction and title that say nothing about either.
    private static readonly ImmutableHashSet<string> Degrees =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "top", "senior", "chief", "acting", "interim", "new", "longtime", "long", "-", "time", "veteran", "first", "current", "caretaker", "transitional", "newly", "elected", "appointed", "assistant", "associate", "principal", "hard", "line", "de", "facto", "special", "key", "prominent", "own", "powerful");

    // Adjectives that belong to a title; all others only describe its bearer.
    private static readonly ImmutableHashSet<string> Fields = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "foreign", "military", "deputy", "vice", "national", "federal", "prime", "general", "external", "internal", "public",
        "economic", "financial", "naval", "political", "environmental", "agricultural", "legal", "executive", "presidential", "royal", "religious", "spiritual",
        "supreme", "regional", "provincial", "diplomatic", "humanitarian", "nuclear", "civil", "social", "digital", "medical", "scientific", "technical", "principal");

    private static readonly ImmutableHashSet<string> Parties = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "democratic", "republican", "conservative", "liberal", "labour", "independent", "socialist", "communist", "female", "native");

    /// <summary>Titles of a sentence in text order.</summary>
    /// <param name="names">Name mentions of the sentence.</param>
    public ImmutableArray<TitlePhrase> Find(SentenceSyntax syntax, ImmutableArray<TextMention> names)
    {
        var found = ImmutableArray.CreateBuilder<TitlePhrase>();
        for (var last = syntax.Count - 1; last >= 0; last--)
        {
            if (Match(syntax, names, last) is { } match)
            {
                found.AddRange(Phrases(syntax, names, match.First, last + 1, match.Entry));
                last = match.First;
            }
        }

        found.Reverse();
        return WithSharedHolders(syntax, found.ToImmutable());
    }

    // "X, the deputy prime minister and finance minister of Mauritius": two offices of one bearer.
    private static ImmutableArray<TitlePhrase> WithSharedHolders(SentenceSyntax syntax, ImmutableArray<TitlePhrase> titles)
    {
        for (var i = 1; i < titles.Length; i++)
        {
            var (before, title) = (titles[i - 1], titles[i]);
            if (title.Holder is null && before.Holder is not null && !title.IsPlural && before.Rule == "title.after-name"
                && title.First - before.PhraseEnd is 1 or 2 && syntax[title.First - 1].Form is "and" or ",")
            {
                titles = titles.SetItem(i, title.HeldAs(before.Holder, before.Rule, title.Owners.IsEmpty ? before.Owners : title.Owners));
                if (before.Owners.IsEmpty)
                {
                    titles = titles.SetItem(i - 1, before.HeldAs(before.Holder, before.Rule, title.Owners));
                }
            }
        }

        return titles;
    }

    private (int First, TitleEntry Entry)? Match(SentenceSyntax syntax, ImmutableArray<TextMention> names, int last)
    {
        if (!syntax.IsNoun(last) && syntax[last].Upos is not ("ADJ" or "X") && !char.IsUpper(syntax[last].Form[0]))
        {
            return null;
        }

        foreach (var key in WordMatch.Keys(syntax, last))
        {
            foreach (var entry in context.Lexicon.TitlesEndingIn(key))
            {
                var first = WordMatch.EndingAt(syntax, last, entry.Words);
                if (first >= 0 && !names.Any(name => name.Form == MentionForm.Name && name.Kind != EntityKind.Person && name.Covers(last)))
                {
                    return (first, entry);
                }
            }
        }

        return null;
    }

    private static IEnumerable<TitlePhrase> Phrases(SentenceSyntax syntax, ImmutableArray<TextMention> names, int first, int end, TitleEntry entry)
    {
        var (start, titleFirst, owners, status) = ReadLeft(syntax, names, first, end);
        first = titleFirst;
        var noun = end - 1;
        end = PortfolioEnd(syntax, names, end);
        var (phraseEnd, ownersAfter) = ReadRight(syntax, names, end);
        var isPast = syntax[first].Form.StartsWith("ex-", StringComparison.OrdinalIgnoreCase) || (start > 0 && syntax[start - 1].Form is "under" or "Under");
        status = isPast ? OfficeStatus.Former : status;
        owners = owners.AddRange(ownersAfter);
        var head = syntax.HeadOf(first, end);
        var plural = syntax[end - 1].Xpos is "NNS" or "NNPS" || syntax[first].Xpos is "NNS" or "NNPS";
        var bearers = TitleBearers.Of(syntax, names, start, end, phraseEnd, head, out var rule);
        var titles = plural && bearers.Length > 1 ? CoordinatedTitles(syntax, first, end, bearers.Length) : [];
        if (bearers.IsEmpty)
        {
            yield return Phrase(null, Name(syntax, first, end, noun));
        }

        for (var i = 0; i < bearers.Length; i++)
        {
            // "Presidents X of Ukraine and Y of Poland": each with its own state.
            var own = TitleBearers.StateAfter(syntax, names, bearers[i]);
            yield return Phrase(bearers[i], i < titles.Length ? titles[i] : Name(syntax, first, end, noun), own);
        }

        TitlePhrase Phrase(TextMention? holder, string name, int own = -1) => new()
        {
            Sentence = syntax.Index,
            First = start,
            TitleFirst = first,
            End = end,
            PhraseEnd = phraseEnd,
            Head = head,
            Entry = entry,
            Name = name,
            Status = status,
            Owners = own < 0 ? owners : [own],
            Holder = holder,
            Rule = rule,
            IsPlural = plural,
        };
    }

    // Leftwards from the title: further words of it, degrees, status, and the possessor or adjective that it belongs to.
    private static (int Start, int TitleFirst, ImmutableArray<int> Owners, OfficeStatus Status) ReadLeft(
        SentenceSyntax syntax, ImmutableArray<TextMention> names, int first, int end)
    {
        var owners = ImmutableArray.CreateBuilder<int>();
        var (status, at, titleFirst) = (OfficeStatus.Current, first - 1, first);
        while (at >= 0)
        {
            var form = syntax[at].Form;
            var mention = names.FirstOrDefault(name => name.Covers(at));
            if (mention is not null)
            {
                if (mention.Kind == EntityKind.Person && syntax[mention.End].Form is not ("'s" or "’s" or "'" or "’"))
                {
                    break;
                }

                owners.Insert(0, mention.Head);
                at = mention.First - 1;
                if (at > 0 && syntax[at].Form is "and" or "/" or "-" && names.Any(name => name.Covers(at - 1)))
                {
                    at--;
                }
            }
            else if (FormerWords.Contains(form) || IncomingWords.Contains(form))
            {
                status = FormerWords.Contains(form) ? OfficeStatus.Former : OfficeStatus.Incoming;
                at -= at > 0 && form == "-" ? 2 : 1;
            }
            else if (form is "'s" or "’s" or "'" or "’" or "the" or "The" or "a" or "A" or "an" or "An" || Degrees.Contains(form))
            {
                at--;
            }
            else if (owners.Count == 0 && at == titleFirst - 1 && IsTitleWord(syntax, at, titleFirst))
            {
                titleFirst = at--;
            }
            else if (owners.Count == 0 && at > 0 && form is "and" or "," && IsCoordinatedTitle(syntax, at, first))
            {
                // "Ukraine's defense and foreign ministers": the first title's modifier stands before the "and".
                at -= 2;
            }
            else
            {
                break;
            }
        }

        // An owner by common noun: "the ministry's spokesman", "the president's aide".
        if (owners.Count == 0)
        {
            owners.AddRange(syntax.ChildrenIn(syntax.HeadOf(first, end), "nmod:poss").Where(child => child < first && child > at - 1));
        }

        return (at + 1, titleFirst, owners.ToImmutable(), status);
    }

    private static bool IsCoordinatedTitle(SentenceSyntax syntax, int conjunction, int titleFirst)
    {
        var end = titleFirst;
        while (end < syntax.Count && syntax[end].Xpos is not ("NNS" or "NNPS"))
        {
            end++;
        }

        return end - titleFirst <= 2 && end < syntax.Count && syntax[conjunction - 1].Upos is "NOUN" or "ADJ" && char.IsLower(syntax[conjunction - 1].Form[0]);
    }

    // "Energy Minister", "foreign trade minister", "military spokesperson": a modifier of the title noun.
    private static bool IsTitleWord(SentenceSyntax syntax, int token, int titleFirst) =>
        (syntax.Is(token, "compound") || syntax.Is(token, "amod") || syntax[token].Deprel == "nmod:desc") && syntax.Head(token) >= titleFirst
        && (syntax[token].Upos is "NOUN" || (syntax[token].Upos is "PROPN" or "ADJ" && !Parties.Contains(syntax[token].Form) && (syntax[token].Upos == "PROPN" || Fields.Contains(syntax[token].Form))));

    private static (int End, ImmutableArray<int> Owners) ReadRight(SentenceSyntax syntax, ImmutableArray<TextMention> names, int end)
    {
        if (end >= syntax.Count || syntax.Lemma(end) is not ("of" or "for" or "to" or "at" or "in" or "with"))
        {
            return (end, []);
        }

        var owners = ImmutableArray.CreateBuilder<int>();
        var at = end + 1;
        while (at < syntax.Count && (syntax[at].Upos is "DET" or "ADJ" || syntax[at].Form is "state" or "country") && !names.Any(name => name.Covers(at)))
        {
            at++;
        }

        // "chairman of New York-based consultancy Eurasia Group" chairs no city.
        var mention = names.FirstOrDefault(name => name.First == at && name.Kind != EntityKind.Person);
        if (mention is not null && !(mention.End + 1 < syntax.Count && syntax[mention.End].Form == "-"))
        {
            owners.Add(mention.Head);
            return (mention.End, owners.ToImmutable());
        }

        // "chairman of New York-based consultancy Eurasia Group": the head of the phrase carries the name.
        var head = syntax.Children(syntax.HeadOf(end - 1, end)).FirstOrDefault(child => child > end && syntax.Is(child, "nmod"), -1);
        if (head >= 0 && syntax.Preposition(head).Length > 0)
        {
            owners.Add(head);
            return (Math.Max(head + 1, names.FirstOrDefault(name => name.Covers(head))?.End ?? 0), owners.ToImmutable());
        }

        return (end, []);
    }

    // "Minister for Foreign Affairs Aino Salmi": the portfolio stands between title and name.
    private static int PortfolioEnd(SentenceSyntax syntax, ImmutableArray<TextMention> names, int end)
    {
        if (end + 1 >= syntax.Count || syntax.Lemma(end) is not ("for" or "of") || names.Any(name => name.Covers(end + 1)))
        {
            return end;
        }

        var at = end + 1;
        while (at < syntax.Count && at - end <= 6 && !names.Any(name => name.Covers(at)) && (char.IsUpper(syntax[at].Form[0]) || syntax[at].Form is "and" or "the"))
        {
            at++;
        }

        var isPortfolio = TitleBearers.PersonAt(names, at) is not null || syntax.Lemma(end - 1) is "minister" or "secretary" or "commissioner" or "director";
        return at > end + 1 && isPortfolio && syntax[at - 1].Form is not ("and" or "the") ? at : end;
    }

    // "defense and foreign ministers, A and B": each modifier makes a title of its own, in order.
    private static ImmutableArray<string> CoordinatedTitles(SentenceSyntax syntax, int first, int end, int count)
    {
        var noun = Singular(syntax, end - 1);
        var modifiers = new List<string> { string.Join(' ', Enumerable.Range(first, end - 1 - first).Select(token => syntax[token].Form)) };
        for (var at = first - 1; at > 0 && modifiers.Count < count && syntax[at].Form is "and" or ","; at -= 2)
        {
            modifiers.Insert(0, syntax[at - 1].Form);
        }

        return modifiers.Count == count ? [.. modifiers.Select(modifier => modifier + " " + noun)] : [];
    }

    private static string Name(SentenceSyntax syntax, int first, int end, int noun)
    {
        var words = Enumerable.Range(first, end - first).Select(token => token == noun ? Singular(syntax, token) : syntax[token].Form);
        return string.Join(' ', words).Replace(" - ", "-", StringComparison.Ordinal);
    }

    private static string Singular(SentenceSyntax syntax, int token) => syntax[token].Xpos is "NNS" or "NNPS" ? syntax[token].Lemma : syntax[token].Form;
}
