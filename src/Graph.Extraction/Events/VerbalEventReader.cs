using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Events;

/// <summary>Reads events off verbs: "met with", "spoke with", "bombed".</summary>
internal sealed class VerbalEventReader(ArticleContext context, EntityTable entities)
{
    // What one rings somebody up for.
    private static readonly ImmutableHashSet<string> CallPurposes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "offer", "discuss", "congratulate", "thank", "express", "convey", "apologise", "apologize", "say", "ask", "urge", "brief", "inform", "tell", "reassure", "warn", "protest", "complain", "seek", "request", "extend");

    /// <summary>The events of a clause.</summary>
    public IEnumerable<EventMention> Read(SentenceSyntax syntax, Clause clause)
    {
        foreach (var verb in IsDoneByEvent(syntax, clause) ? [] : context.Lexicon.EventsOf(clause.IsByPhone(syntax) ? "phone" : clause.Lemma))
        {
            var arguments = new List<EventArgument>();
            Add(syntax, clause, verb.Agent, EventRole.Agent, arguments);
            Add(syntax, clause, verb.Patient, EventRole.Patient, arguments);
            Add(syntax, clause, verb.Party, EventRole.Party, arguments);
            Add(syntax, clause, verb.Place, EventRole.Place, arguments);
            Add(syntax, clause, verb.Topic, EventRole.Topic, arguments);
            AddListed(syntax, clause, verb, arguments);
            AddDiscussed(syntax, clause, arguments);
            AddPurpose(syntax, clause, verb, arguments);
            if (IsPlausible(syntax, clause, verb, arguments))
            {
                yield return new EventMention
                {
                    Sentence = syntax.Index,
                    Head = clause.Predicate,
                    Class = verb.Class,
                    Lemma = clause.Lemma,
                    Plover = verb.Plover,
                    Cameo = verb.Cameo,
                    Arguments = arguments,
                    Date = EventDates.OfVerb(syntax, clause.Predicate),
                    Rule = "event.verb." + verb.Class.Name,
                };
            }
        }
    }

    private void Add(SentenceSyntax syntax, Clause clause, ImmutableArray<ArgumentSelector> selectors, EventRole role, List<EventArgument> arguments)
    {
        foreach (var selector in selectors)
        {
            foreach (var token in ArgumentFinder.Find(syntax, clause, selector.Slot))
            {
                if (Fits(syntax, token, selector) && !arguments.Exists(argument => argument.Token == token))
                {
                    arguments.Add(new EventArgument(role, token, clause.Predicate));
                }
            }
        }
    }

    // "to discuss the crisis with the minister": the parser hangs the minister from the crisis.
    private void AddDiscussed(SentenceSyntax syntax, Clause clause, List<EventArgument> arguments)
    {
        if (EventSurroundings.IsDiscussion(clause.Lemma))
        {
            arguments.AddRange(clause.Objects.SelectMany(token => ArgumentFinder.Modifiers(syntax, token, "with"))
                .Where(token => entities.At(syntax.Index, token) is { Kind: EntityKind.Person } && !arguments.Exists(argument => argument.Token == token))
                .Select(token => new EventArgument(EventRole.Party, token, clause.Predicate)));
        }
    }

    // "to meet Yermak and Ukraine's ministers": a person listed before a state's possessive is met, and owns no ministers.
    private void AddListed(SentenceSyntax syntax, Clause clause, EventVerb verb, List<EventArgument> arguments)
    {
        if (verb.Class.Kind != EntityKind.Meeting)
        {
            return;
        }

        foreach (var possessor in clause.Objects.SelectMany(token => syntax.ChildrenIn(token, "nmod")).Where(child => syntax[child].Deprel == "nmod:poss").Distinct())
        {
            var next = syntax.Sentence.Tokens.Length > possessor + 1 ? syntax[possessor + 1].Form : "";
            if (next is "and" or "," && entities.At(syntax.Index, possessor) is { Kind: EntityKind.Person } && !arguments.Exists(argument => argument.Token == possessor))
            {
                arguments.Add(new EventArgument(EventRole.Party, possessor, clause.Predicate));
            }
        }
    }

    // "The attacks struck the plant": the verb tells of the event that is its subject, not of another.
    private bool IsDoneByEvent(SentenceSyntax syntax, Clause clause) =>
        clause.Agents.Any(token => syntax.IsNoun(token) && entities.At(syntax.Index, token) is null
            && context.Lexicon.NounsHeadedBy(syntax.Lemma(token)).Any(noun => noun.Class.Kind.IsEvent()));

    // Deals and events are no entities yet: the noun tells what they will be.
    private bool Fits(SentenceSyntax syntax, int token, ArgumentSelector selector) =>
        entities.At(syntax.Index, token) is { } entity ? selector.Fits(entity.Kind)
        : syntax.IsNoun(token) && context.Lexicon.NounsHeadedBy(syntax.Lemma(token)).Any(noun => selector.Fits(noun.Class.Kind));

    // "met to discuss sanctions", "will travel to Riga to meet the president": what the clauses around say of topic and place.
    private void AddPurpose(SentenceSyntax syntax, Clause clause, EventVerb verb, List<EventArgument> arguments)
    {
        if (verb.Class.Kind == EntityKind.Meeting)
        {
            arguments.AddRange(EventSurroundings.Topics(context, syntax, clause));
            if (verb.Class.Mode.Length == 0 && !arguments.Exists(argument => argument.Role == EventRole.Place))
            {
                arguments.AddRange(EventSurroundings.Place(context, entities, syntax, clause.Predicate, clause.Predicate));
            }
        }
    }

    // "met the demands", "called him a liar", "spoke of": without a second party there is no meeting.
    private bool IsPlausible(SentenceSyntax syntax, Clause clause, EventVerb verb, List<EventArgument> arguments)
    {
        if (verb.Class.Kind != EntityKind.Meeting)
        {
            var hasObject = arguments.Exists(argument => argument.Role is EventRole.Patient or EventRole.Topic)
                || (!clause.Objects.IsEmpty && arguments.Exists(argument => argument.Role == EventRole.Agent) && verb.Class.Kind == EntityKind.Attack);
            // "attacked the inquiry", "hit out at the deal": words, no weapons.
            var isVerbal = verb.Class.Kind == EntityKind.Attack && clause.Objects.Any(token => entities.At(syntax.Index, token) is null && syntax.IsNoun(token)
                && context.Lexicon.NounsHeadedBy(syntax.Lemma(token)).Any(noun => noun.Class.Kind.IsDeal() || noun.Class.Kind == EntityKind.Action));
            return hasObject && !isVerbal
                && arguments.TrueForAll(argument => argument.Role != EventRole.Agent || entities.At(syntax.Index, argument.Token) is { } agent && agent.Kind.IsActor());
        }

        // "welcomed the guests at the palace" receives them; "welcomes the new chairman" only approves.
        if (clause.Lemma == "welcome" && !arguments.Exists(argument => argument.Role == EventRole.Place) && EventDates.OfVerb(syntax, clause.Predicate) is null)
        {
            return false;
        }

        // "called the governor to testify" summons him, "called the governor to offer help" rings him.
        if (clause.OpenComplement >= 0 && verb.Class.Mode == "call" && clause.Lemma == "call" && !CallPurposes.Contains(syntax.Lemma(clause.OpenComplement)))
        {
            return false;
        }

        // "to discuss the crisis with the minister": the object is what they talk about.
        if (EventSurroundings.IsDiscussion(clause.Lemma) && arguments.Count(argument => argument.Role == EventRole.Party) >= 2)
        {
            return true;
        }

        var objects = clause.Objects.Count(token => entities.At(syntax.Index, token) is { } entity && entity.Kind.IsActor());
        // "The ministers met": one plural is two parties.
        var parties = arguments.Where(argument => argument.Role == EventRole.Party).ToList();
        var isPlural = parties.Count == 1 && clause.Lemma is "meet" or "gather" or "convene" or "confer" && syntax[parties[0].Token].Xpos is "NNS" or "NNPS";
        return (parties.Count >= 2 || isPlural) && (clause.Objects.IsEmpty || objects > 0);
    }
}
