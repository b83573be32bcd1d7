using System.Collections.Immutable;
using Graph.Training.Corpora;

namespace Graph.Training.Naming;

/// <summary>Reads names off the entity annotation of GUM, which marks every mention of a person, organisation or place, named or not.</summary>
/// <remarks>
/// Of a mention the proper nouns around its head are the name: "the [University of Oxford] in England",
/// "Chancellor [Angela Merkel]". Mentions headed by anything else ("the team", "he") have none. Names of works,
/// events and things are kept as <c>misc</c>: what stands inside them names nothing else ("Avignon Festival").
/// </remarks>
internal static class TreebankNames
{
    private static readonly HashSet<string> Linking = new(StringComparer.Ordinal) { "ADP", "DET", "CCONJ", "PART", "PUNCT" };

    /// <summary>The sentences with their names, labelled <c>person</c>, <c>organisation</c> and <c>LOC</c>.</summary>
    public static IReadOnlyList<NameSentence> Read(IReadOnlyList<ConlluSentence> sentences)
    {
        var open = new Stack<(string Id, string Kind, int Start)>();
        var result = new List<NameSentence>(sentences.Count);
        foreach (var sentence in sentences)
        {
            open.Clear();
            var spans = new List<LabelledSpan>();
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                ReadWord(sentence.Words[i].Misc, i, open, spans);
            }

            var names = spans
                .Select(span => NameOf(sentence, span))
                .OfType<LabelledSpan>()
                .OrderByDescending(span => span.End - span.First);
            result.Add(new NameSentence(
                sentence.StartsDocument, [.. sentence.Words.Select(word => word.Form)], Outermost(names)));
        }

        return result;
    }

    // "Entity=(83-place-new-...)82)": brackets that open and close mentions, numbered through the document.
    private static void ReadWord(
        string misc, int word, Stack<(string Id, string Kind, int Start)> open, List<LabelledSpan> spans)
    {
        var entity = misc.Split('|').FirstOrDefault(part => part.StartsWith("Entity=", StringComparison.Ordinal));
        if (entity is null)
        {
            return;
        }

        var rest = entity.AsSpan("Entity=".Length);
        while (rest.Length > 0)
        {
            var opens = rest[0] == '(';
            rest = opens ? rest[1..] : rest;
            var end = rest.IndexOfAny('(', ')');
            var item = (end < 0 ? rest : rest[..end]).ToString();
            var closes = end >= 0 && rest[end] == ')';
            rest = end < 0 ? [] : rest[(closes ? end + 1 : end)..];
            if (opens)
            {
                var parts = item.Split('-');
                open.Push((parts[0], parts.Length > 1 ? parts[1] : "", word));
            }

            if (closes)
            {
                Close(opens ? open.Peek().Id : item, word, open, spans);
            }
        }
    }

    // Mentions may cross; the one that closes is the last opened with its number.
    private static void Close(
        string id, int word, Stack<(string Id, string Kind, int Start)> open, List<LabelledSpan> spans)
    {
        var passed = new Stack<(string Id, string Kind, int Start)>();
        while (open.TryPop(out var mention))
        {
            if (mention.Id == id)
            {
                var label = mention.Kind switch
                {
                    "person" => "person",
                    "organization" => "organisation",
                    "place" => "LOC",
                    _ => "misc",
                };
                spans.Add(new LabelledSpan(mention.Start, word + 1, label));
                break;
            }

            passed.Push(mention);
        }

        while (passed.TryPop(out var mention))
        {
            open.Push(mention);
        }
    }

    private static LabelledSpan? NameOf(ConlluSentence sentence, LabelledSpan mention)
    {
        var words = sentence.Words;
        var head = Enumerable.Range(mention.First, mention.End - mention.First)
            .FirstOrDefault(i => words[i].Head < mention.First || words[i].Head >= mention.End, -1);
        if (head < 0 || words[head].Upos is not "PROPN")
        {
            return null;
        }

        var first = head;
        var end = head + 1;
        while (first > mention.First && IsNamePart(words, first - 1, mention.First))
        {
            first--;
        }

        while (end < mention.End && (words[end].Upos is "PROPN" || LinksOn(words, end, mention.End)))
        {
            end++;
        }

        while (first < head && Linking.Contains(words[first].Upos))
        {
            first++;
        }

        while (first < end - 1 && NameCorpus.IsTitle(words[first].Form))
        {
            first++;
        }

        return new LabelledSpan(first, end, mention.Label);
    }

    private static bool IsNamePart(ImmutableArray<ConlluWord> words, int i, int start) =>
        words[i].Upos is "PROPN" || IsCapitalisedAttribute(words[i])
        || (words[i].Form is "-" or "." && i > start && words[i - 1].Upos is "PROPN");

    // "European" in "European Union", "Democratic" in "Syrian Democratic Forces": adjectives tagged as parts of a proper name.
    private static bool IsCapitalisedAttribute(ConlluWord word) =>
        word.Upos is "ADJ" && word.Xpos is "NNP" or "NNPS" && char.IsUpper(word.Form[0]);

    // "of" and "for" go on with a name only between its proper nouns: "University of Oxford" but not "Smith of London".
    private static bool LinksOn(ImmutableArray<ConlluWord> words, int i, int mentionEnd)
    {
        if (words[i].Form is "-" && i + 1 < mentionEnd && words[i + 1].Upos is "PROPN")
        {
            return true;
        }

        var next = i + 1 < mentionEnd && words[i + 1].Form is "the" ? i + 2 : i + 1;
        return words[i].Form is "of" or "for" or "and" or "the" && next < mentionEnd && words[next].Upos is "PROPN"
            && words[i - 1].Upos is "PROPN" or "DET" or "ADP" && words[i].Form is not "and"
            && words[i - 1].Form is "University" or "Bank" or "Department" or "Ministry" or "House" or "Institute"
                or "Republic" or "Kingdom" or "Council" or "College" or "Center" or "Centre" or "Bureau" or "Office"
                or "Court" or "City" or "States" or "Association" or "Organization" or "Organisation" or "Academy"
                or "Museum" or "School" or "Secretary" or "of" or "for" or "League" or "Parliament" or "Committee";
    }

    private static ImmutableArray<LabelledSpan> Outermost(IEnumerable<LabelledSpan> byLength)
    {
        var kept = new List<LabelledSpan>();
        foreach (var span in byLength)
        {
            if (kept.TrueForAll(other => span.End <= other.First || span.First >= other.End))
            {
                kept.Add(span);
            }
        }

        return [.. kept.OrderBy(span => span.First)];
    }
}
