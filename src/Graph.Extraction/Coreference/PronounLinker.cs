using Graph.Extraction.Entities;
using Graph.Extraction.Mentions;
using Graph.Extraction.Syntax;
using Graph.Language.Gazetteer;

namespace Graph.Extraction.Coreference;

/// <summary>Resolves pronouns by number, gender and syntax; where these do not decide, a pronoun stays unresolved.</summary>
/// <remarks>
/// Candidates are weighed by how salient their mentions are, after Lappin and Leass, "An Algorithm for Pronominal Anaphora
/// Resolution" (Computational Linguistics 20(4), 1994): subjects before objects before the rest, halved with every sentence passed.
/// </remarks>
internal sealed class PronounLinker(ArticleContext context, EntityTable entities, SpeakerSides speakers)
{
    private const int Reach = 3;
    private const double SubjectWeight = 8;
    private const double ObjectWeight = 5;
    private const double OtherWeight = 3;

    /// <summary>The winner must stand out from the next by this factor.</summary>
    private const double Margin = 1.15;

    private enum Number
    {
        Male,
        Female,
        Thing,
        Plural,
        Speaker,
        Self,
    }

    /// <summary>Links the pronouns of a sentence; sentences come in text order.</summary>
    public void Link(SentenceSyntax syntax)
    {
        for (var token = 0; token < syntax.Count; token++)
        {
            if (syntax[token].Upos != "PRON" || NumberOf(syntax.Lemma(token), syntax[token].Form) is not { } number || IsPleonastic(syntax, token) || IsObject(syntax, token))
            {
                continue;
            }

            if (Referent(syntax, token, number) is { } antecedent)
            {
                var mention = new TextMention
                {
                    Sentence = syntax.Index,
                    First = token,
                    End = token + 1,
                    Head = token,
                    Form = MentionForm.Pronoun,
                    Kind = antecedent.Kind,
                    Rule = "pronoun." + number.ToString().ToLowerInvariant(),
                };
                entities.Link(mention, antecedent, mention.Rule);
            }
        }
    }

    private EntityDraft? Referent(SentenceSyntax syntax, int token, Number number) => number switch
    {
        Number.Speaker => speakers.SideAt(syntax, token),
        Number.Self => speakers.PersonAt(syntax, token),
        Number.Plural => Antecedent(syntax, token, number) ?? Coordinated(syntax, token),
        _ => Antecedent(syntax, token, number) ?? Following(syntax, token, number),
    };

    // "Kenya and Uganda signed the treaty. They also condemned Sudan": both subjects of the sentence before.
    private EntityDraft? Coordinated(SentenceSyntax syntax, int token)
    {
        if (syntax.Index == 0 || !syntax.Is(token, "nsubj"))
        {
            return null;
        }

        var before = context.Sentences[syntax.Index - 1];
        var clause = context.Clauses[syntax.Index - 1].FirstOrDefault(clause => clause.Predicate == before.Root);
        var subjects = (clause?.Subjects ?? []).Select(subject => entities.At(before.Index, subject)).OfType<EntityDraft>().Where(entity => entity.IsNamed && entity.Kind.IsActor()).Distinct().ToList();
        if (subjects.Count < 2)
        {
            return null;
        }

        foreach (var subject in subjects.Skip(1))
        {
            entities.Accompany(syntax.Index, token, subject);
        }

        return subjects[0];
    }

    // "Before he flew to Lagos, Peter Osei met Amina Bello": the subject that the clause in front waits for.
    private EntityDraft? Following(SentenceSyntax syntax, int token, Number number)
    {
        for (var at = syntax.Head(token); at >= 0; at = syntax.Head(at))
        {
            var main = syntax.Is(at, "advcl") ? syntax.Head(at) : -1;
            var subject = main < 0 ? -1 : syntax.Child(main, "nsubj");
            if (subject > token)
            {
                return entities.At(syntax.Index, subject) is { } entity && Agrees(entity, number) ? entity : null;
            }
        }

        return null;
    }

    private static Number? NumberOf(string lemma, string form) => form.ToLowerInvariant() switch
    {
        "he" or "him" or "his" or "himself" => Number.Male,
        "she" or "her" or "hers" or "herself" => Number.Female,
        "it" or "its" or "itself" => Number.Thing,
        "i" or "me" or "my" or "mine" or "myself" => Number.Self,
        "we" or "us" or "our" or "ours" or "ourselves" => Number.Speaker,
        "they" or "them" or "their" or "theirs" or "themselves" => Number.Plural,
        _ => lemma == "he" ? Number.Male : null,
    };

    // "It is possible that", "it seems": nothing is referred to.
    private static bool IsPleonastic(SentenceSyntax syntax, int token)
    {
        var head = syntax.Head(token);
        return syntax.Is(token, "expl") || (syntax[token].Form is "it" or "It" && head >= 0 && syntax.Is(token, "nsubj")
            && (syntax.Children(head).Any(child => syntax.Is(child, "csubj") || (syntax[head].Upos == "ADJ" && (syntax.Is(child, "ccomp") || syntax.Is(child, "advcl"))))
                || syntax.Lemma(head) is "seem" or "appear" or "rain" or "time" or "clear"));
    }

    // "Republicans opposed it", "Israel denied it": mostly what was said or done, which is no actor.
    private static bool IsObject(SentenceSyntax syntax, int token) => syntax[token].Form == "it" && syntax.Is(token, "obj");

    private EntityDraft? Antecedent(SentenceSyntax syntax, int token, Number number)
    {
        // "The spokesman of the movement said it had carried out the attack".
        if (number == Number.Thing && syntax.Is(token, "nsubj") && speakers.OrganisationAt(syntax, token) is { } side)
        {
            return side;
        }

        var ranked = entities.Entities
            .Where(entity => Agrees(entity, number))
            .Select(entity => (Entity: entity, Weight: Salience(entity, syntax, token)))
            .Where(candidate => candidate.Weight > 0)
            .OrderByDescending(candidate => candidate.Weight)
            .Take(2).ToList();
        return ranked.Count == 0 || (ranked.Count == 2 && ranked[0].Weight < ranked[1].Weight * Margin) ? null : ranked[0].Entity;
    }

    private static bool Agrees(EntityDraft entity, Number number) => number switch
    {
        Number.Male => entity.Kind == EntityKind.Person && entity.Gender != Gender.Female,
        Number.Female => entity.Kind == EntityKind.Person && entity.Gender != Gender.Male,
        Number.Speaker or Number.Self => false,
        Number.Thing => entity.Kind is EntityKind.State || (entity.Kind == EntityKind.Organisation && !IsPluralGroup(entity)),
        _ => entity.Kind == EntityKind.Organisation && !entity.IsNamed && IsPluralGroup(entity),
    };

    private static bool IsPluralGroup(EntityDraft entity) => entity.Noun?.Class.Name is "officials" or "forces" or "allies" or "people";

    private double Salience(EntityDraft entity, SentenceSyntax syntax, int token)
    {
        double weight = 0;
        foreach (var (mention, _) in entity.Mentions)
        {
            var distance = syntax.Index - mention.Sentence;
            if (distance < 0 || distance > Reach || (distance == 0 && mention.First >= token) || (mention.Form == MentionForm.Nationality && (distance > 0 || !ModifiesSubject(syntax, mention))))
            {
                continue;
            }

            if (distance == 0 && IsCoArgument(syntax, mention.Head, token))
            {
                continue;
            }

            weight += Role(entity, mention) * (distance == 0 ? NearWeight(syntax, mention, token) : Math.Pow(0.5, distance));
        }

        return weight;
    }

    // Inside one sentence the subject of the pronoun's own clause is the likeliest for a possessive ("wants Ukraine to drop its bid"),
    // then that of a clause above ("Rubio said he was seeking").
    private double NearWeight(SentenceSyntax syntax, TextMention mention, int token)
    {
        var clause = ClauseOf(syntax, token);
        if (clause is not null && clause.Subjects.Any(mention.Covers))
        {
            return syntax[token].Deprel == "nmod:poss" ? 5 : 0.2;
        }

        return syntax.IsAncestor(syntax.Head(mention.Head), token) ? 1.5 : 1;
    }

    private Clause? ClauseOf(SentenceSyntax syntax, int token)
    {
        for (var at = syntax.Head(token); at >= 0; at = syntax.Head(at))
        {
            if (context.Clauses[syntax.Index].FirstOrDefault(clause => clause.Predicate == at) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // "He met him": two arguments of one verb are not the same, unless one of them is a possessive.
    private static bool IsCoArgument(SentenceSyntax syntax, int antecedent, int pronoun) =>
        syntax[pronoun].Deprel != "nmod:poss" && syntax.Head(antecedent) == syntax.Head(pronoun);

    // "Russian control of the land that it has occupied".
    private static bool ModifiesSubject(SentenceSyntax syntax, TextMention mention) =>
        syntax.Is(mention.Head, "amod") && syntax.Head(mention.Head) is var noun && syntax.Is(noun, "nsubj");

    private double Role(EntityDraft entity, TextMention mention)
    {
        var syntax = context.Sentences[mention.Sentence];
        var head = mention.Form == MentionForm.Nationality ? syntax.Head(mention.Head) : mention.Head;

        // "U.S. Secretary of State Marco Rubio said": the title may head the phrase.
        while (syntax.Head(head) is var above && above >= 0 && entities.At(mention.Sentence, above) == entity)
        {
            head = above;
        }

        return syntax.Is(head, "nsubj") || (syntax.Is(head, "conj") && syntax.Is(syntax.Head(head), "nsubj")) ? SubjectWeight
            : syntax.Is(head, "obj") || syntax.Is(head, "obl") ? ObjectWeight : OtherWeight;
    }
}
