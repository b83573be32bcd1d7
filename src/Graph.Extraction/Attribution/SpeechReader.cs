using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Attribution;

/// <summary>Finds who says what: verbs of speech with their complements, and "according to".</summary>
internal sealed class SpeechReader(ArticleContext context, EntityTable entities)
{
    private static readonly CueEntry According = new("according", CueKind.Speech, Model.Certainty.Reported, "say");

    // What speaks for whoever made or owns it.
    private static readonly ImmutableHashSet<string> Utterances = ImmutableHashSet.Create(
        StringComparer.Ordinal, "statement", "report", "tweet", "post", "letter", "communique", "communiqué", "announcement", "message", "office", "website", "site", "page", "account",
        "channel", "service", "release", "press", "speech", "interview", "article", "editorial", "document", "note", "memo", "filing", "notice", "advisory", "readout", "declaration",
        "decree", "order", "remark", "comment", "word", "data", "figure", "estimate", "survey", "study", "analysis", "assessment", "record", "spokesperson", "video", "broadcast",
        "government", "ministry", "department", "administration", "campaign", "team", "side", "resolution", "summary");

    /// <summary>Frames of a sentence in text order.</summary>
    public ImmutableArray<SpeechFrame> Read(int sentence)
    {
        var syntax = context.Sentences[sentence];
        var frames = ImmutableArray.CreateBuilder<SpeechFrame>();
        foreach (var clause in context.Clauses[sentence])
        {
            if (context.Lexicon.Cue(CueKind.Speech, clause.Lemma) is { } cue && Content(syntax, clause) is var content && content >= 0)
            {
                frames.Add(Frame(syntax, clause.Predicate, cue, clause.IsPassive ? [] : clause.Agents, content, clause.IsNegated));
            }
        }

        for (var token = 0; token < syntax.Count; token++)
        {
            if (syntax.Preposition(token) is "according to" or "accord to" || IsSplitAccording(syntax, token))
            {
                var content = Modified(syntax, token);
                if (content >= 0)
                {
                    frames.Add(Frame(syntax, token, According, [.. syntax.Conjuncts(token).Where(speaker => speaker == token || entities.At(syntax.Index, speaker) is not null)], content, isNegated: false));
                }
            }
        }

        return frames.ToImmutable();
    }

    private SpeechFrame Frame(SentenceSyntax syntax, int verb, CueEntry cue, ImmutableArray<int> speakers, int content, bool isNegated) => new()
    {
        Sentence = syntax.Index,
        Verb = verb,
        Cue = cue,
        SpeakerTokens = speakers,
        Speakers = [.. speakers.Select(token => Speaker(syntax, token)).OfType<EntityDraft>().Distinct()],
        Content = content,
        IsNegated = isNegated,
    };

    // "according to a tweet by the minister", "the ministry's statement said": who made what speaks.
    private EntityDraft? Speaker(SentenceSyntax syntax, int token)
    {
        if (entities.At(syntax.Index, token) is { } own && own.Kind.IsActor())
        {
            return own;
        }

        // "the company's lawyer, Ines Prado", "eyewitness Omar Haddad": whom the noun describes speaks, not whoever it belongs to.
        // The parser may leave a name beside its noun unjoined.
        var beside = syntax[token].Upos == "NOUN" && token + 1 < syntax.Count ? [token + 1] : ImmutableArray<int>.Empty;
        var named = syntax.Children(token).Where(child => child > token && (syntax.Is(child, "appos") || syntax.Is(child, "flat") || syntax.Is(child, "nmod:desc"))).Concat(beside)
            .Select(child => entities.At(syntax.Index, child)).FirstOrDefault(entity => entity is { Kind: EntityKind.Person });
        if (named is not null)
        {
            return named;
        }

        if (!Utterances.Contains(syntax.Lemma(token)))
        {
            // "the party's leader said", "the republic's constitution says": whoever they belong to does not.
            return null;
        }

        return ArgumentFinder.Modifiers(syntax, token, "by").Concat(ArgumentFinder.Modifiers(syntax, token, "from")).Concat(ArgumentFinder.Owners(syntax, token))
            .Select(maker => entities.At(syntax.Index, maker)).OfType<EntityDraft>().FirstOrDefault(maker => maker.Kind.IsActor());
    }

    private static int Content(SentenceSyntax syntax, Clause clause)
    {
        // "They continue to work with him" says nothing, "she continued: ..." does.
        if (clause.Complement >= 0 && clause.Lemma == "continue" && syntax.Is(clause.Complement, "xcomp"))
        {
            return -1;
        }

        if (clause.Complement >= 0)
        {
            return clause.Complement;
        }

        // "..., Rubio said" and "..., he told reporters": the parser may hang the saying from what is said.
        if (syntax.Is(clause.Predicate, "parataxis") && !clause.Agents.IsEmpty)
        {
            return syntax.Head(clause.Predicate);
        }

        var paratactic = syntax.Child(clause.Predicate, "parataxis");
        return paratactic >= 0 && (syntax.IsVerb(paratactic) || syntax.Child(paratactic, "nsubj") >= 0) ? paratactic : -1;
    }

    // Some parses make "according" the case and "to" a second one, others a verb of its own with an oblique.
    private static bool IsSplitAccording(SentenceSyntax syntax, int token) =>
        syntax.Preposition(token) == "to" && syntax.Head(token) is var head && head >= 0 && head < token && syntax.Lemma(head) is "accord" or "according";

    private static int Modified(SentenceSyntax syntax, int token)
    {
        var head = syntax.Head(token);
        if (head >= 0 && syntax.Lemma(head) is "accord" or "according")
        {
            head = syntax.Head(head);
        }

        while (head >= 0 && !syntax.IsVerb(head) && syntax.Child(head, "cop") < 0 && syntax.Head(head) >= 0)
        {
            head = syntax.Head(head);
        }

        // "grew by a tenth, tied for the fastest on record, according to the bank": all of it, not its last clause.
        while (head >= 0 && syntax.Head(head) >= 0 && (syntax.Is(head, "acl") || syntax.Is(head, "advcl") || syntax.Is(head, "xcomp") || syntax.Is(head, "amod")) && syntax.Preposition(token).Length > 0)
        {
            head = syntax.Head(head);
            while (!syntax.IsVerb(head) && syntax.Child(head, "cop") < 0 && syntax.Head(head) >= 0)
            {
                head = syntax.Head(head);
            }
        }

        return head;
    }
}
