using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Mentions;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Events;

/// <summary>Reads events and deals off nouns: "Al-Qaeda's attack on the plant in 2006", "talks between A and B in C".</summary>
internal sealed class NominalEventReader(ArticleContext context, EntityTable entities)
{
    private static readonly ImmutableHashSet<string> Definites =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "the", "this", "that", "these", "those", "both", "such");

    private readonly NominalRoles roles = new(context, entities);

    /// <summary>The event of a noun phrase.</summary>
    public EventMention Read(TextMention phrase)
    {
        var syntax = context.Sentences[phrase.Sentence];
        var arguments = new List<EventArgument>();
        AddModifiers(syntax, phrase, arguments);
        var status = "";
        if (SupportVerb(syntax, phrase.Head) is { } support)
        {
            status = AddFromSupport(syntax, phrase, support, arguments);
            if (phrase.Kind == EntityKind.Meeting && status.Length > 0)
            {
                arguments.AddRange(EventSurroundings.Topics(context, syntax, support));
                if (phrase.Noun!.Class.Mode.Length == 0 && !arguments.Exists(argument => argument.Role == EventRole.Place))
                {
                    arguments.AddRange(EventSurroundings.Place(context, entities, syntax, support.Predicate, phrase.Head));
                }
            }
        }

        AddFromAdverbial(syntax, phrase, arguments);
        AddTraveller(syntax, phrase, arguments);
        AddFromParticiples(syntax, phrase, arguments);
        AddProposers(syntax, phrase, arguments);
        AddAsTarget(syntax, phrase, arguments);
        return new EventMention
        {
            Sentence = phrase.Sentence,
            Head = phrase.Head,
            Phrase = phrase,
            Class = phrase.Noun!.Class,
            Lemma = string.Join(' ', phrase.Noun.Words),
            Plover = phrase.Noun.Plover,
            Cameo = phrase.Noun.Cameo,
            Arguments = arguments,
            Date = EventDates.OfNoun(syntax, phrase),
            IsDefinite = IsDefinite(syntax, phrase),
            Status = status,
            IsAttended = SupportVerb(syntax, phrase.Head)?.Lemma is "attend" or "join" or "participate" or "take part" or "address" or "skip" or "boycott",
            Modifiers = Modifiers(syntax, phrase.Head),
            Rule = "event.noun." + phrase.Noun.Class.Name,
        };
    }

    private static HashSet<string> Modifiers(SentenceSyntax syntax, int head) =>
        [.. syntax.Children(head).Where(child => child < head && (syntax.Is(child, "amod") || syntax.Is(child, "compound")) && syntax.Lemma(child) is not ("new" or "same" or "last" or "latest"))
            .Select(syntax.Lemma)];

    // "the largest attack" is a new one; "Tuesday's meeting" one that is known.
    private static bool IsDefinite(SentenceSyntax syntax, TextMention phrase)
    {
        if (syntax.ChildrenIn(phrase.Head, "amod").Any(child => syntax[child].Xpos == "JJS" || syntax.Lemma(child) is "first" or "latest" or "last" or "new" or "second" or "third" or "another"))
        {
            return false;
        }

        return Definites.Contains(syntax[phrase.First].Form) || syntax.ChildrenIn(phrase.Head, "det").Any(det => Definites.Contains(syntax[det].Form))
            || syntax.Sentence.Dates.Any(date => date.First >= phrase.First && date.End < phrase.End);
    }

    private void AddModifiers(SentenceSyntax syntax, TextMention phrase, List<EventArgument> arguments)
    {
        foreach (var child in syntax.Children(phrase.Head))
        {
            if (child < phrase.Head)
            {
                var slot = syntax[child].Deprel == "nmod:poss" ? "poss" : syntax.Is(child, "amod") ? "amod" : syntax.Is(child, "compound") || syntax.Is(child, "nmod") ? "compound" : "";
                AddInSlot(syntax, phrase, slot, syntax.Conjuncts(child), arguments);
            }
            else if (syntax.Is(child, "nmod") || syntax.Is(child, "obl"))
            {
                // "discussions within Europe and with the US": a conjunct may bring its own preposition.
                foreach (var token in syntax.Conjuncts(child))
                {
                    AddInSlot(syntax, phrase, syntax.Preposition(token) is { Length: > 0 } own ? own : syntax.Preposition(child), [token], arguments);
                }
            }
        }

        AddInnerModifiers(syntax, phrase, arguments);
        AddDeepModifiers(syntax, phrase, arguments);
    }

    // "an Al-Qaeda suicide attack", "Russia's continued and unjustified war": the name may hang from another word before the noun.
    private void AddInnerModifiers(SentenceSyntax syntax, TextMention phrase, List<EventArgument> arguments)
    {
        for (var token = phrase.First; token < phrase.Head; token++)
        {
            var head = syntax.Head(token);
            if (head == phrase.Head || head < phrase.First || head >= phrase.Head || entities.At(phrase.Sentence, head) is not null || !syntax.IsAncestor(phrase.Head, token))
            {
                continue;
            }

            var slot = syntax[token].Deprel == "nmod:poss" ? "poss" : syntax.Is(token, "compound") ? "compound" : syntax.Is(token, "amod") ? "amod" : "";
            AddInSlot(syntax, phrase, slot, [token], arguments);
        }
    }

    // "the withdrawal of the forces from Tigray": the second phrase may hang from the first.
    private void AddDeepModifiers(SentenceSyntax syntax, TextMention phrase, List<EventArgument> arguments)
    {
        foreach (var outer in ArgumentFinder.Modifiers(syntax, phrase.Head, "of").ToList())
        {
            foreach (var inner in syntax.ChildrenIn(outer, "nmod").Where(inner => inner > outer && syntax.Preposition(inner) is "from" or "against" or "on"))
            {
                AddInSlot(syntax, phrase, syntax.Preposition(inner), syntax.Conjuncts(inner), arguments);
            }
        }
    }

    private void AddInSlot(SentenceSyntax syntax, TextMention phrase, string slot, IEnumerable<int> tokens, List<EventArgument> arguments)
    {
        if (slot.Length == 0 || NominalRoles.Of(syntax, phrase, slot) is not { } role)
        {
            return;
        }

        foreach (var token in tokens)
        {
            // An adjective or a noun before the noun counts only where it names something.
            if (slot is not ("amod" or "compound") || entities.At(syntax.Index, token) is not null)
            {
                arguments.Add(new EventArgument(roles.Settled(syntax, phrase, role, slot, token), token, phrase.Head));
            }
        }
    }

    private Clause? SupportVerb(SentenceSyntax syntax, int noun)
    {
        var head = syntax.Head(noun);
        while (head >= 0 && syntax.Is(noun, "conj"))
        {
            (noun, head) = (head, syntax.Head(head));
        }

        return head < 0 || !(syntax.Is(noun, "obj") || syntax.Is(noun, "nsubj") || syntax.Is(noun, "obl")) ? null
            : context.Clauses[syntax.Index].FirstOrDefault(clause => clause.Predicate == head);
    }

    // "held talks with B", "launched an attack on C", "talks were postponed": a verb that only says that the event happens.
    private string AddFromSupport(SentenceSyntax syntax, TextMention phrase, Clause support, List<EventArgument> arguments)
    {
        if (context.Lexicon.Cue(CueKind.Phase, support.Lemma) is not { } cue || cue.Effect == "light")
        {
            return "";
        }

        var isObject = support.Objects.Contains(phrase.Head) || support.Obliques.Any(oblique => oblique.Token == phrase.Head && oblique.Preposition is "in" or "at");
        var isSubject = support.Agents.Contains(phrase.Head) && support.Objects.IsEmpty;
        if (!isObject && !isSubject)
        {
            return "";
        }

        var role = phrase.Kind == EntityKind.Meeting ? EventRole.Party : EventRole.Agent;
        // Whoever announces "the sanctions" need not be who imposes them.
        var isDoer = cue.Effect is "held" or "cancelled" or "postponed" or "absent" || (cue.Effect == "planned" && !IsDefinite(syntax, phrase));

        // "do difficult things to end the war": whoever ends it need not have begun it.
        isDoer &= phrase.Kind is not (EntityKind.Conflict or EntityKind.Attack) || support.Lemma is not ("end" or "finish" or "conclude" or "stop" or "halt" or "complete" or "cancel" or "suspend" or "postpone" or "avoid" or "prevent");

        // "addressing the climate crisis" and "discussing the war" are no part in it.
        isDoer &= phrase.Kind == EntityKind.Meeting || !EventSurroundings.IsDiscussion(support.Lemma);

        // "holding aid" gives none; only a meeting or an event is held.
        isDoer &= !(phrase.Kind.IsDeal() && support.Lemma is "hold" or "have" or "begin" or "start" or "open" or "continue" or "end" or "finish" or "conclude" or "attend" or "join" or "complete");
        if (isObject && isDoer)
        {
            arguments.AddRange(support.Agents.Where(agent => agent != phrase.Head).Select(agent => new EventArgument(role, agent, support.Predicate)));
        }

        foreach (var oblique in support.Obliques.Where(oblique => oblique.Token != phrase.Head))
        {
            AddInSlot(syntax, phrase, oblique.Preposition, [oblique.Token], arguments);
        }

        return cue.Effect == "held" && support.Lemma is "begin" or "start" or "open" or "resume" or "continue" or "launch" or "kick off" ? "ongoing" : cue.Effect;
    }

    // "will visit Moscow for talks with Sokolov": whoever goes there has them.
    private void AddTraveller(SentenceSyntax syntax, TextMention phrase, List<EventArgument> arguments)
    {
        var verb = syntax.Head(phrase.Head);
        if (phrase.Kind == EntityKind.Meeting && verb >= 0 && syntax.Preposition(phrase.Head) == "for" && arguments.Exists(argument => argument.Role == EventRole.Party)
            && syntax.Lemma(verb) is "visit" or "travel" or "fly" or "arrive" or "go" or "come" or "head" or "leave" or "depart" or "return" or "host" or "receive" or "welcome" or "be"
            && context.Clauses[syntax.Index].FirstOrDefault(clause => clause.Predicate == verb) is { } clause)
        {
            arguments.AddRange(clause.Agents.Where(token => entities.At(syntax.Index, token) is { } entity && entity.Kind.IsActor())
                .Select(token => new EventArgument(EventRole.Party, token, phrase.Head)));
        }
    }

    // "In a phone call with Morita, Whitman condemned the coup": whoever speaks in it takes part in it.
    private void AddFromAdverbial(SentenceSyntax syntax, TextMention phrase, List<EventArgument> arguments)
    {
        if (phrase.Kind != EntityKind.Meeting || !syntax.Is(phrase.Head, "obl") || syntax.Preposition(phrase.Head) is not ("in" or "during") || !arguments.Exists(argument => argument.Role == EventRole.Party))
        {
            return;
        }

        var clause = context.Clauses[syntax.Index].FirstOrDefault(clause => clause.Predicate == syntax.Head(phrase.Head));
        arguments.AddRange((clause?.Agents ?? []).Where(token => entities.At(syntax.Index, token) is { Kind: EntityKind.Person })
            .Select(token => new EventArgument(EventRole.Party, token, phrase.Head)));
    }

    // "sanctions imposed on Russia", "a plan proposed by France", "papers shared with Moscow".
    private void AddFromParticiples(SentenceSyntax syntax, TextMention phrase, List<EventArgument> arguments)
    {
        // "X is at the table with Y", "was in talks with Z".
        if (phrase.Kind == EntityKind.Meeting && syntax.Child(phrase.Head, "cop") >= 0 && syntax.Preposition(phrase.Head) is "at" or "in")
        {
            arguments.AddRange(syntax.ChildrenIn(phrase.Head, "nsubj").SelectMany(syntax.Conjuncts).Select(token => new EventArgument(EventRole.Party, token, phrase.Head)));
        }

        foreach (var clause in context.Clauses[syntax.Index].Where(clause => syntax.Head(clause.Predicate) == phrase.Head && syntax.Is(clause.Predicate, "acl")))
        {
            foreach (var oblique in clause.Obliques)
            {
                AddInSlot(syntax, phrase, oblique.Preposition, [oblique.Token], arguments);
            }

            // "attacks ... proposed by France": who proposes does not attack.
            if (clause.IsPassive && (phrase.Kind.IsDeal() || phrase.Kind == EntityKind.Meeting || context.Lexicon.Cue(CueKind.Phase, clause.Lemma) is { Effect: "held" }))
            {
                var role = phrase.Kind == EntityKind.Meeting ? EventRole.Party : EventRole.Agent;
                arguments.AddRange(clause.Agents.Select(agent => new EventArgument(role, agent, clause.Predicate)));
            }
        }
    }

    // "a plan for a halt to attacks proposed by France": the parser hangs the proposing from the nearest noun.
    private void AddProposers(SentenceSyntax syntax, TextMention phrase, List<EventArgument> arguments)
    {
        if (phrase.Noun!.Class.Name != "proposal")
        {
            return;
        }

        foreach (var clause in context.Clauses[syntax.Index].Where(clause => clause.IsPassive && clause.Predicate > phrase.Head && syntax.Is(clause.Predicate, "acl")
            && syntax.Head(clause.Predicate) != phrase.Head && syntax.IsAncestor(phrase.Head, clause.Predicate) && clause.Lemma is "propose" or "put forward" or "suggest" or "draft" or "present" or "float"))
        {
            arguments.AddRange(clause.Agents.Select(agent => new EventArgument(EventRole.Agent, agent, clause.Predicate)));
        }
    }

    // "Abqaiq was the target of an attack", "has been the subject of sanctions".
    private static void AddAsTarget(SentenceSyntax syntax, TextMention phrase, List<EventArgument> arguments)
    {
        var noun = syntax.Head(phrase.Head);
        if (noun < 0 || syntax.Lemma(noun) is not ("target" or "subject" or "victim" or "object" or "focus"))
        {
            return;
        }

        var subject = syntax.Child(noun, "nsubj");
        if (subject >= 0)
        {
            arguments.AddRange(syntax.Conjuncts(subject).Select(token => new EventArgument(EventRole.Patient, token, noun)));
        }
    }
}
