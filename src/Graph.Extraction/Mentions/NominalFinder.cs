using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Mentions;

/// <summary>Finds common nouns of the lexicon: events, deals, groups, places.</summary>
internal sealed class NominalFinder(ArticleContext context)
{
    /// <summary>Noun phrases of a sentence in text order, without their modifiers behind the noun.</summary>
    /// <param name="isTaken">Whether a token belongs to a name or a title already.</param>
    public IEnumerable<TextMention> Find(SentenceSyntax syntax, Func<int, bool> isTaken)
    {
        for (var token = 0; token < syntax.Count; token++)
        {
            if (!isTaken(token) && IsHead(syntax, token) && Entry(syntax, token) is { } entry)
            {
                var first = PhraseStart(syntax, token, isTaken);
                if (IsMass(syntax, first, token, entry))
                {
                    continue;
                }

                yield return new TextMention
                {
                    Sentence = syntax.Index,
                    First = first,
                    End = token + 1,
                    Head = token,
                    Form = MentionForm.Nominal,
                    Kind = entry.Class.Kind,
                    Rule = "nominal." + entry.Class.Name,
                    Noun = entry,
                };
            }
        }
    }

    // The noun itself, not the first part of a compound: "talks" but not the "peace" of "peace talks".
    private static bool IsHead(SentenceSyntax syntax, int token)
    {
        if (syntax[token].Upos is not ("NOUN" or "PROPN") || syntax[token].Deprel is "nmod:desc" or "fixed")
        {
            return false;
        }

        if (syntax.Preposition(token) == "of" && syntax.Head(token) is var above && above >= 0 && syntax.Lemma(above) is "freedom" or "right")
        {
            // "freedom of speech" is no speech.
            return false;
        }

        return !(syntax.Is(token, "compound") && syntax.Head(token) > token);
    }

    // "by force", "in government": a bare singular outside a headline names no group.
    private static bool IsMass(SentenceSyntax syntax, int first, int token, NounEntry entry) =>
        syntax.Index > 0 && first == token && syntax[token].Xpos == "NN" && entry.Class.Kind is EntityKind.Organisation or EntityKind.Place;

    private NounEntry? Entry(SentenceSyntax syntax, int token)
    {
        foreach (var key in WordMatch.Keys(syntax, token))
        {
            foreach (var entry in context.Lexicon.NounsHeadedBy(key))
            {
                if (WordMatch.EndingAt(syntax, token, entry.Words) >= 0)
                {
                    return entry;
                }
            }
        }

        return null;
    }

    /// <summary>First token of the noun phrase: determiner, possessor and modifiers before the noun.</summary>
    public static int PhraseStart(SentenceSyntax syntax, int head, Func<int, bool> isTaken)
    {
        var first = head;
        foreach (var child in syntax.Children(head))
        {
            if (child < head && (syntax.Is(child, "det") || syntax.Is(child, "amod") || syntax.Is(child, "compound") || syntax.Is(child, "nummod")
                || syntax[child].Deprel is "nmod:poss" or "nmod:desc" or "nmod"))
            {
                first = Math.Min(first, syntax.Extent(child).First);
            }
        }

        // The parser's extent may reach over a comma or a noun into another phrase.
        for (var at = head - 1; at >= first; at--)
        {
            if (!syntax.IsAncestor(head, at))
            {
                return at + 1;
            }

            if (syntax[at].Form is "," or ";" or ":" && !ListsModifiers(syntax, at, head))
            {
                return at + 1;
            }

            if (syntax[at].Upos is "ADP" && !isTaken(at) && syntax[at].Deprel == "case" && syntax[at].Form is not "-" && syntax[at + 1].Form != "-")
            {
                return at + 1;
            }
        }

        return first;
    }

    // "an immediate, indefinite, negotiated ceasefire": commas between adjectives of the same noun.
    private static bool ListsModifiers(SentenceSyntax syntax, int comma, int head) =>
        syntax[comma].Form == "," && comma + 1 < head && syntax[comma + 1].Upos is "ADJ" or "CCONJ" or "VERB" or "ADV";
}
