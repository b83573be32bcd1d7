using System.Collections.Immutable;

namespace Graph.Extraction.Syntax;

/// <summary>Reads the clauses of a sentence off its tree: passives turned, subjects handed down.</summary>
/// <remarks>
/// A subject is handed down to coordinated verbs, to open complements (from the object where the verb above controls
/// by object: "urged him to leave"), to participles and purpose clauses, and to what modifies a noun: "weapons shipped to
/// Kyiv", "the crisis Moscow has precipitated", "plans to leave".
/// </remarks>
internal sealed class ClauseReader(SentenceSyntax syntax)
{
    // "He promised her to leave", "She threatened them to leave": the subject controls though there is an object.
    private static readonly ImmutableHashSet<string> SubjectControl =
        ImmutableHashSet.Create(StringComparer.Ordinal, "promise", "threaten", "vow", "use", "take", "spend", "need");

    // "sent him to negotiate": whoever is sent does what follows.
    private static readonly ImmutableHashSet<string> Sending = ImmutableHashSet.Create(
        StringComparer.Ordinal, "send", "dispatch", "despatch", "deploy", "invite", "ask", "urge", "tell", "order", "instruct", "encourage", "appoint", "assign",
        "name", "task", "force", "pressure", "press", "persuade", "allow", "authorize", "authorise", "direct", "summon", "help", "enable", "call");

    // "criticised the minister for jailing him": whoever is blamed did it.
    private static readonly ImmutableHashSet<string> Blaming = ImmutableHashSet.Create(
        StringComparer.Ordinal, "accuse", "blame", "criticise", "criticize", "condemn", "denounce", "thank", "praise", "fault", "punish", "sanction", "convict",
        "suspect", "arrest", "charge", "fine", "indict", "commend", "congratulate", "jail", "sentence", "detain", "sue");

    private readonly Dictionary<int, Clause> clauses = [];
    private readonly HashSet<int> underWay = [];

    /// <summary>Every clause of the sentence in the order of its predicates.</summary>
    public ImmutableArray<Clause> ReadAll()
    {
        var all = ImmutableArray.CreateBuilder<Clause>();
        for (var i = 0; i < syntax.Count; i++)
        {
            if (IsPredicate(i))
            {
                all.Add(At(i));
            }
        }

        return all.ToImmutable();
    }

    /// <summary>The clause of a predicate.</summary>
    public Clause At(int predicate)
    {
        if (!clauses.TryGetValue(predicate, out var clause))
        {
            clause = Read(predicate);
            clauses[predicate] = clause;
        }

        return clause;
    }

    private bool IsPredicate(int token)
    {
        var upos = syntax[token].Upos;
        return (upos == "VERB" && !syntax.Is(token, "aux") && !syntax.Is(token, "case") && !syntax.Is(token, "compound"))
            || (upos == "AUX" && !syntax.Is(token, "aux") && !syntax.Is(token, "cop"))
            || syntax.Child(token, "cop") >= 0
            || (upos is "ADJ" && syntax.Child(token, "nsubj") >= 0);
    }

    private Clause Read(int predicate)
    {
        var passive = IsPassive(predicate);
        var verb = VerbForm.Of(syntax, predicate);
        underWay.Add(predicate);
        var subjects = Subjects(predicate, out var inheritedPassive);
        underWay.Remove(predicate);
        passive |= inheritedPassive;
        var objects = Reciprocal(predicate) && !passive ? subjects : Related(predicate, Expanded(syntax.ChildrenIn(predicate, "obj")));
        if (objects.IsEmpty && !passive && RelativeObject(predicate) is var gap && gap >= 0)
        {
            objects = [gap];
        }

        var obliques = Obliques(predicate);
        var agents = passive ? [.. obliques.Where(oblique => oblique.Preposition == "by").Select(oblique => oblique.Token)] : subjects;
        return new Clause
        {
            Predicate = predicate,
            Lemma = LemmaWithParticle(predicate),
            IsPassive = passive,
            IsNegated = verb.IsNegated,
            IsCopular = syntax.Child(predicate, "cop") >= 0,
            Mood = verb.Mood,
            IsPast = verb.IsPast,
            Agents = agents,
            Objects = passive ? subjects : objects,
            IndirectObjects = [.. Expanded(syntax.ChildrenIn(predicate, "iobj")), .. passive ? objects : []],
            Obliques = passive ? obliques.RemoveAll(oblique => oblique.Preposition == "by") : obliques,
            OpenComplement = OpenComplement(predicate),
            Complement = syntax.Child(predicate, "ccomp"),
        };
    }

    private bool IsPassive(int predicate)
    {
        if (syntax.Children(predicate).Any(child => syntax[child].Deprel is "aux:pass" or "nsubj:pass" or "csubj:pass"))
        {
            return true;
        }

        // "Oil facilities hit by drones", "weapons shipped to Kyiv": a bare past participle that modifies a noun or has an agent.
        var reduced = syntax[predicate].Xpos == "VBN" && syntax.Child(predicate, "aux") < 0;
        return reduced && (syntax[predicate].Deprel is "acl" or "acl:relcl" or "advcl" || syntax.Children(predicate).Any(child => syntax[child].Deprel == "obl:agent"));
    }

    private ImmutableArray<int> Subjects(int predicate, out bool isPassive)
    {
        isPassive = false;
        var own = Expanded(syntax.ChildrenIn(predicate, "nsubj"));
        if (!own.IsEmpty)
        {
            return Resolved(predicate, own);
        }

        var head = syntax.Head(predicate);
        if (head < 0 || underWay.Contains(head))
        {
            return [];
        }

        switch (syntax[predicate].Deprel.Split(':')[0])
        {
            case "conj" when IsPredicate(head):
                isPassive = IsPassive(head) && syntax[predicate].Xpos == "VBN";
                return At(head).Subjects;
            case "xcomp":
                return Controller(head);
            case "advcl" or "parataxis" when IsPredicate(head):
                if (Blaming.Contains(At(head).Lemma) && syntax.ChildrenIn(predicate, "mark").Any(mark => syntax.Lemma(mark) is "for" or "of") && At(head) is { IsPassive: false } blaming
                    && (blaming.Objects.IsEmpty ? blaming.IndirectObjects : blaming.Objects) is { IsEmpty: false } blamed)
                {
                    return blamed;
                }

                if (IsPurpose(predicate) && CalledOn(At(head)) is { IsEmpty: false } called)
                {
                    return called;
                }

                if (IsPurpose(predicate) && Sending.Contains(At(head).Lemma) && !At(head).IsPassive && !At(head).Objects.IsEmpty)
                {
                    return At(head).Objects;
                }

                return syntax.Child(predicate, "mark") >= 0 && !IsReducedAdverbial(predicate) ? [] : At(head).Subjects;
            case "ccomp" when IsPredicate(head) && syntax[predicate].Xpos is "VBG" or "VB":
                return At(head).Subjects;
            case "acl":
                return Modified(predicate, head);
            default:
                return [];
        }
    }

    // The parser takes the infinitive under "encouraged allies to restrict" for an adverbial now and then.
    private int OpenComplement(int predicate)
    {
        var open = syntax.Child(predicate, "xcomp");
        return open >= 0 ? open : Sending.Contains(syntax.Lemma(predicate)) ? syntax.Children(predicate).FirstOrDefault(IsPurpose, -1) : -1;
    }

    private bool IsPurpose(int token) =>
        syntax.Is(token, "advcl") && syntax[token].Xpos == "VB" && syntax.ChildrenIn(token, "mark").Any(mark => syntax.Lemma(mark) == "to");

    // "after meeting", "to meet", "while urging": no subject of its own is possible.
    private bool IsReducedAdverbial(int predicate) => syntax[predicate].Xpos is "VBG" or "VB" or "VBN";

    private ImmutableArray<int> Controller(int head)
    {
        if (!IsPredicate(head))
        {
            return [];
        }

        var above = At(head);
        if (CalledOn(above) is { IsEmpty: false } called)
        {
            return called;
        }

        var byObject = !above.IsPassive && !SubjectControl.Contains(above.Lemma);
        return byObject && !above.Objects.IsEmpty ? above.Objects : byObject && !above.IndirectObjects.IsEmpty ? above.IndirectObjects : above.Subjects;
    }

    // "called on both sides to cooperate", "appealed to the president to resign".
    private static ImmutableArray<int> CalledOn(Clause clause) => clause.Lemma is "call" or "call on" or "call upon" or "appeal" or "prevail"
        ? [.. clause.Obliques.Where(oblique => oblique.Preposition is "on" or "upon" or "to").Select(oblique => oblique.Token)]
        : [];

    // A noun with a clause: a participle or relative clause is about the noun, an infinitive about whoever has it.
    private ImmutableArray<int> Modified(int predicate, int noun)
    {
        var hasObjectGap = syntax[predicate].Deprel == "acl:relcl";
        if (!hasObjectGap && syntax[predicate].Xpos == "VB")
        {
            return syntax.Index == 0 && syntax[noun].Upos == "PROPN" ? [noun] : Owner(noun);
        }

        return hasObjectGap ? [] : [noun];
    }

    private ImmutableArray<int> Owner(int noun)
    {
        var possessor = syntax.Child(noun, "nmod:poss");
        if (possessor >= 0)
        {
            return Expanded([possessor]);
        }

        // "The U.S. commitment to continue", "announced plans to leave", "has the capacity to launch".
        var compound = syntax.Child(noun, "compound");
        if (compound >= 0 && syntax[compound].Upos == "PROPN")
        {
            return [compound];
        }

        var above = syntax.Head(noun);
        return above >= 0 && syntax.Is(noun, "obj") && IsPredicate(above) && !underWay.Contains(above) ? At(above).Agents : [];
    }

    // "which", "who" and "that" stand for the noun that the relative clause modifies.
    private ImmutableArray<int> Resolved(int predicate, ImmutableArray<int> subjects)
    {
        var noun = syntax[predicate].Deprel == "acl:relcl" ? syntax.Head(predicate) : -1;
        if (noun < 0 && syntax.Is(predicate, "conj") && syntax.Head(predicate) is var first && syntax[first].Deprel == "acl:relcl")
        {
            noun = syntax.Head(first);
        }

        return noun < 0 ? subjects : [.. subjects.SelectMany(subject => IsRelativePronoun(subject) ? Expanded([noun]) : [subject])];
    }

    // "Serbia, which Norway sanctioned".
    private ImmutableArray<int> Related(int predicate, ImmutableArray<int> objects) => objects.Any(IsRelativePronoun) ? Resolved(predicate, objects) : objects;

    // "accused each other", "met one another": the subjects are the objects too.
    private bool Reciprocal(int predicate) => syntax.ChildrenIn(predicate, "obj").Any(token =>
        syntax.Lemma(token) is "other" or "another" && token > 0 && syntax[token - 1].Form is "each" or "one");

    private int RelativeObject(int predicate)
    {
        if (syntax[predicate].Deprel != "acl:relcl" || syntax[predicate].Upos != "VERB")
        {
            return -1;
        }

        var subject = syntax.Child(predicate, "nsubj");
        return subject >= 0 && !IsRelativePronoun(subject) && !syntax.Children(predicate).Any(child => syntax.Is(child, "xcomp") || syntax.Is(child, "ccomp"))
            ? syntax.Head(predicate)
            : -1;
    }

    private bool IsRelativePronoun(int token) => syntax[token].Xpos is "WDT" or "WP" || (syntax[token].Upos == "PRON" && syntax.Lemma(token) == "that");

    private ImmutableArray<Oblique> Obliques(int predicate)
    {
        var obliques = ImmutableArray.CreateBuilder<Oblique>();
        foreach (var child in syntax.Children(predicate).Where(child => syntax.Is(child, "obl") || syntax.Is(child, "nmod") || syntax.Is(child, "advmod")))
        {
            var preposition = syntax[child].Deprel == "obl:agent" ? "by" : syntax.Preposition(child);
            if (preposition.Length > 0)
            {
                // "discussions within Europe and with the US": a conjunct may bring its own preposition.
                obliques.AddRange(Expanded([child]).Select(token => new Oblique(syntax.Preposition(token) is { Length: > 0 } own ? own : preposition, token)));
            }
            else if (syntax.Is(child, "obl"))
            {
                obliques.Add(new Oblique("", child));
            }
        }

        if (syntax.Child(predicate, "cop") >= 0 && syntax.Preposition(predicate) is { Length: > 0 } own)
        {
            obliques.Add(new Oblique(own, predicate));
        }

        return obliques.ToImmutable();
    }

    private string LemmaWithParticle(int predicate)
    {
        // "was behind the attack": the preposition is what is said.
        if (syntax.Child(predicate, "cop") >= 0 && syntax.Preposition(predicate) is { Length: > 0 } preposition)
        {
            return "be " + preposition;
        }

        var particle = syntax.Child(predicate, "compound:prt");
        return particle < 0 ? syntax.Lemma(predicate) : syntax.Lemma(predicate) + " " + syntax.Lemma(particle);
    }

    private ImmutableArray<int> Expanded(IEnumerable<int> heads)
    {
        var all = ImmutableArray.CreateBuilder<int>();
        foreach (var head in heads)
        {
            foreach (var token in syntax.Conjuncts(head))
            {
                // A verb that the parser hung to a noun by conj is no argument.
                if (token == head || !syntax.IsVerb(token) || syntax.Child(token, "nsubj") < 0)
                {
                    all.Add(token);
                }
            }
        }

        return all.ToImmutable();
    }
}
