using System.Collections.Immutable;
using Graph.Extraction.Certainties;
using Graph.Extraction.Entities;
using Graph.Extraction.Facts;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Relations;

/// <summary>Writes what nouns join: "US support for Ukraine", "Iran's cooperation with China", "ties with the Kremlin".</summary>
internal sealed class NounFrameFacts(ArticleContext context, EntityTable entities, FactTable facts, CertaintyReader certainty)
{
    /// <summary>Writes the facts of the nouns of a sentence.</summary>
    public void Write(SentenceSyntax syntax)
    {
        for (var token = 0; token < syntax.Count; token++)
        {
            foreach (var frame in syntax.IsNoun(token) ? context.Lexicon.NounFramesOf(syntax.Lemma(token)) : [])
            {
                Write(syntax, token, frame);
            }
        }
    }

    private void Write(SentenceSyntax syntax, int noun, NounFrame frame)
    {
        var to = frame.To.SelectMany(slot => In(syntax, noun, slot)).Where(entity => Fits(entity, frame.Type)).Distinct().ToList();
        if (to.Count == 0)
        {
            return;
        }

        // "Recognizing the ties between Spain and Portugal, the minister ...": whom the ties are between is said.
        var between = frame.To.Contains("between") ? In(syntax, noun, "between").ToList() : [];
        var from = frame.From.Where(slot => slot != "subj" || between.Count < 2).SelectMany(slot => In(syntax, noun, slot)).Where(entity => entity.Kind.IsActor() && entity != entities.At(syntax.Index, noun)).Distinct();
        var reading = certainty.Read(syntax.Index, noun);
        if (frame.Certainty is { } own && reading.Certainty is Certainty.Asserted or Certainty.Reported)
        {
            reading = reading with { Certainty = own };
        }

        var properties = PropertyMap.Empty;
        properties = frame.Plover.Length > 0 ? properties.Add("plover", frame.Plover) : properties;
        properties = frame.Cameo.Length > 0 ? properties.Add("cameo", frame.Cameo) : properties;
        foreach (var start in from)
        {
            foreach (var end in to.Where(end => end != start))
            {
                facts.Add(start, Type(syntax, noun, frame.Type), end, syntax.Index, noun, $"noun-frame.{frame.Noun}", reading, properties);
            }
        }
    }

    // "applied for membership of the union" is not in it yet.
    private string Type(SentenceSyntax syntax, int noun, string type) =>
        type == RelationshipTypes.MemberOf && Governing(syntax, noun)?.Lemma is "apply" or "seek" or "request" or "pursue" or "want" or "bid" or "ask"
            ? RelationshipTypes.SeeksMembershipOf
            : type;

    private static bool Fits(EntityDraft entity, string type) => type switch
    {
        RelationshipTypes.ConcernedAbout => entity.Kind.IsEvent() || entity.Kind.IsDeal(),
        RelationshipTypes.Demands => entity.Kind.IsActor() || entity.Kind.IsDeal() || entity.Kind == EntityKind.Meeting,
        _ => entity.Kind is not EntityKind.Place,
    };

    private IEnumerable<EntityDraft> In(SentenceSyntax syntax, int noun, string slot)
    {
        var tokens = slot switch
        {
            "poss" => Before(syntax, noun, child => syntax[child].Deprel == "nmod:poss"),
            "amod" => Before(syntax, noun, child => syntax.Is(child, "amod")),
            "compound" => Before(syntax, noun, child => syntax.Is(child, "compound")),
            "subj" => Subject(syntax, noun),
            "clause" => Clausal(syntax, noun),
            "agents" => Clausal(syntax, noun, agentsOnly: true),
            _ => ArgumentFinder.Modifiers(syntax, noun, slot).Concat(OfSupport(syntax, noun, slot)),
        };
        return tokens.SelectMany(token => Entities(syntax, token));
    }

    // "support for Moldova's democracy" is support for Moldova.
    private IEnumerable<EntityDraft> Entities(SentenceSyntax syntax, int token)
    {
        var own = entities.All(syntax.Index, token);
        if (!own.Any() && syntax.Lemma(token) is "unity" or "integrity" or "sovereignty" or "independence" or "people" or "democracy" or "security" or "stability" or "development")
        {
            // "support for the unity and territorial integrity of Syria".
            own = ArgumentFinder.Modifiers(syntax, token, "of").SelectMany(inner => entities.All(syntax.Index, inner)).Where(entity => entity.Kind == EntityKind.State);
        }

        return own.Any() || syntax[token].Upos != "NOUN" ? own
            : syntax.ChildrenIn(token, "nmod").Where(child => syntax[child].Deprel == "nmod:poss" && syntax[child].Upos != "PRON").SelectMany(child => entities.All(syntax.Index, child));
    }

    // "the need for all parties to commit to a ceasefire", "concerns that Russia will launch an invasion": who and what is in the clause of the noun.
    private IEnumerable<int> Clausal(SentenceSyntax syntax, int noun, bool agentsOnly = false)
    {
        var (first, end) = syntax.Extent(noun);
        foreach (var clause in context.Clauses[syntax.Index].Where(clause => clause.Predicate > noun && clause.Predicate < end && IsNear(syntax, noun, clause.Predicate)))
        {
            foreach (var token in agentsOnly ? clause.Agents : clause.Objects.Concat(clause.Obliques.Select(oblique => oblique.Token)))
            {
                if (token > noun && token >= first)
                {
                    yield return token;
                }
            }
        }
    }

    // The clause of the noun itself, what it is coordinated with, and its infinitives.
    private static bool IsNear(SentenceSyntax syntax, int noun, int predicate)
    {
        var at = predicate;
        while (syntax.Head(at) is var head && head >= 0 && head != noun)
        {
            if (!syntax.Is(at, "conj") && !syntax.Is(at, "xcomp") && !(syntax.Is(at, "acl") && syntax.IsNoun(head) && syntax.Head(head) == noun) && !(syntax.Is(at, "nmod") || syntax.Is(at, "obj")))
            {
                return false;
            }

            at = head;
        }

        return syntax.Head(at) == noun;
    }

    private static IEnumerable<int> Before(SentenceSyntax syntax, int noun, Func<int, bool> fits) =>
        syntax.Children(noun).Where(child => child < noun && fits(child)).SelectMany(syntax.Conjuncts);

    private ImmutableArray<int> Subject(SentenceSyntax syntax, int noun)
    {
        // "reiterated our concerns": whoever says so has them too; otherwise a possessor takes the place of the subject.
        var governing = Governing(syntax, noun);
        if (governing is null && context.Clauses[syntax.Index].FirstOrDefault(clause => clause.Predicate == noun && clause.IsCopular) is { } copular)
        {
            return copular.Agents;
        }

        if (governing is not null && context.Lexicon.FramesOf(governing.Lemma).Any(frame => frame.Type == RelationshipTypes.Suspended))
        {
            // "suspended aid to Rwanda" gives none.
            return [];
        }

        var isSaid = governing is not null && context.Lexicon.Cue(CueKind.Speech, governing.Lemma) is { Effect: "say" };
        var isOwned = Before(syntax, noun, child => syntax[child].Deprel == "nmod:poss").Any() || Before(syntax, noun, child => entities.At(syntax.Index, child) is not null).Any();
        return isOwned && !isSaid ? [] : governing?.Agents ?? [];
    }

    // "has increased cooperation ... with the navies of China": the parser may hang the phrase from the verb.
    private IEnumerable<int> OfSupport(SentenceSyntax syntax, int noun, string preposition) =>
        syntax.Is(noun, "obj") && Governing(syntax, noun) is { } clause ? ArgumentFinder.Find(syntax, clause, preposition) : [];

    private Clause? Governing(SentenceSyntax syntax, int noun)
    {
        var head = syntax.Head(noun);
        return head >= 0 && (syntax.Is(noun, "obj") || syntax.Is(noun, "obl")) ? context.Clauses[syntax.Index].FirstOrDefault(clause => clause.Predicate == head) : null;
    }
}
