using System.Collections.Immutable;
using Graph.Extraction.Certainties;
using Graph.Extraction.Coreference;
using Graph.Extraction.Entities;
using Graph.Extraction.Facts;
using Graph.Extraction.Mentions;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Affiliations;

/// <summary>Writes whose bodies and groups are, where they are based, and who belongs to them.</summary>
internal sealed class AffiliationFacts(ArticleContext context, Actors actors, FactTable facts)
{
    // In the name of a body, these words make it a part of the state that it is said to be of.
    private static readonly ImmutableHashSet<string> AgencyWords = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ministry", "department", "army", "navy", "force", "forces", "guard", "guards", "corps", "parliament", "council", "agency", "office", "bureau",
        "government", "court", "service", "commission", "police", "embassy", "senate", "congress", "cabinet", "directorate", "staff", "authority",
        "administration", "military", "intelligence", "committee", "secretariat", "board", "bank", "treasury", "assembly", "duma", "knesset", "regime");

    /// <summary>Writes the facts of names and groups.</summary>
    public void Write()
    {
        foreach (var ownership in actors.Ownerships)
        {
            WriteOwnership(ownership);
        }

        foreach (var entity in actors.Entities.Entities.ToList())
        {
            foreach (var (mention, _) in entity.Mentions.ToList())
            {
                WriteMention(entity, mention);
            }
        }
    }

    private void WriteOwnership(GroupOwnership ownership)
    {
        var (group, owner, mention) = ownership;
        var type = mention.Noun!.Class.Name switch
        {
            "government" or "media" or "forces" => AgencyOf(owner),
            "officials" => owner.Kind is EntityKind.State or EntityKind.Organisation or EntityKind.Person ? RelationshipTypes.Represents : null,
            "allies" => owner.Kind == EntityKind.State ? RelationshipTypes.AllyOf : owner.Kind == EntityKind.Organisation ? RelationshipTypes.MemberOf : null,
            "organisation" => owner.Kind.IsPlace() ? RelationshipTypes.BasedIn : RelationshipTypes.PartOf,
            "movement" => owner.Kind.IsPlace() ? RelationshipTypes.BasedIn : null,
            // A state's ship lies anywhere.
            "facility" or "area" when mention.Noun.Sort != "vessel" => owner.Kind.IsPlace() ? RelationshipTypes.LocatedIn : null,
            "people" => owner.Kind == EntityKind.Organisation ? RelationshipTypes.MemberOf : null,
            _ => null,
        };

        // "the government of Abdrabbuh Mansur Hadi", "Trump's administration": a person's government is led by the person.
        if (owner.Kind == EntityKind.Person && mention.Noun.Class.Name == "government")
        {
            // "his agency" and "her court" are where they work.
            if (mention.Noun.Words[^1] is not ("government" or "administration" or "cabinet" or "regime"))
            {
                return;
            }

            Add(owner, RelationshipTypes.Leads, group, mention, "affiliation.own-government");
        }
        else if (type is not null && owner.Kind != EntityKind.Person || type == RelationshipTypes.Represents)
        {
            Add(group, type!, owner, mention, "affiliation." + mention.Noun.Class.Name);
        }
    }

    private static string? AgencyOf(EntityDraft owner) => owner.Kind switch
    {
        EntityKind.State => RelationshipTypes.AgencyOf,
        EntityKind.Organisation => RelationshipTypes.PartOf,
        _ => null,
    };

    private void WriteMention(EntityDraft entity, TextMention mention)
    {
        var syntax = context.Sentences[mention.Sentence];
        switch (entity.Kind)
        {
            case EntityKind.Organisation when mention.Form == MentionForm.Name:
                WriteOrganisation(syntax, entity, mention);
                WriteBase(syntax, entity, mention);
                break;
            case EntityKind.Organisation when mention.Form == MentionForm.Nominal:
                WriteBase(syntax, entity, mention);
                WriteMembers(syntax, entity, mention);
                break;
            case EntityKind.Person when mention.Form == MentionForm.Name:
                WriteEmployer(syntax, entity, mention);
                break;
            case EntityKind.Place:
                WriteLocation(syntax, entity, mention);
                break;
            default:
                break;
        }
    }

    // "Russia's Defense Ministry", "the Federal Aviation Office of Germany", "Mahan Air of Iran".
    private void WriteOrganisation(SentenceSyntax syntax, EntityDraft entity, TextMention mention)
    {
        foreach (var child in syntax.Children(mention.Head).Where(child => !mention.Covers(child)))
        {
            var isOwner = child < mention.Head ? syntax[child].Deprel is "nmod:poss" || syntax.Is(child, "amod") || syntax.Is(child, "compound") || syntax.Is(child, "nmod")
                : syntax.Is(child, "nmod") && syntax.Preposition(child) == "of";
            if (isOwner && actors.Entities.At(syntax.Index, child) is { Kind: EntityKind.State } owner)
            {
                WriteOwned(entity, owner, mention);
            }
        }

        WriteListedMembers(syntax, entity, mention);

        // "the Saudi Defence Ministry": the name itself says whose it is.
        if (entity.Organisation is null && entity.Qualifier.Length == 3 && actors.Entities.Entities.FirstOrDefault(state => state.State?.Iso3 == entity.Qualifier) is { } named
            && context.Gazetteer.StatesOfAdjective(syntax[mention.First].Form).Any(state => state == named.State))
        {
            WriteOwned(entity, named, mention);
        }

        // The parser may hang both from something else: adjacency decides for "Iranian airline X" and "X of Iran".
        if (mention.End + 1 < syntax.Count && syntax[mention.End].Form == "of" && actors.Entities.At(syntax.Index, mention.End + 1) is { Kind: EntityKind.State } after)
        {
            WriteOwned(entity, after, mention);
            entity.FurtherForms.Add(NameText.OneLine(context.Text(syntax.Index, mention.First, mention.End + 2)));
        }
    }

    // "NATO members Spain and Portugal".
    private void WriteListedMembers(SentenceSyntax syntax, EntityDraft body, TextMention mention)
    {
        if (mention.End + 1 >= syntax.Count || syntax.Lemma(mention.End) is not ("member" or "ally"))
        {
            return;
        }

        var first = mention.End + 1;
        while (first < syntax.Count && syntax.Lemma(first) is "state" or "country" or "nation")
        {
            first++;
        }

        var member = first < syntax.Count ? actors.Entities.At(syntax.Index, first) : null;
        if (member is not { Kind: EntityKind.State or EntityKind.Organisation, IsNamed: true })
        {
            return;
        }

        var head = syntax.HeadOf(first, first + 1);
        foreach (var other in syntax.Conjuncts(head).SelectMany(token => actors.Entities.All(syntax.Index, token)).Append(member).Where(other => other.IsNamed && other != body).Distinct())
        {
            Add(other, RelationshipTypes.MemberOf, body, mention, "affiliation.listed-member");
        }
    }

    private void WriteOwned(EntityDraft entity, EntityDraft owner, TextMention mention)
    {
        var isAgency = entity.Organisation?.OrgType is "ministry" or "government" or "military"
            || (entity.Organisation is null && NameText.Fold(entity.Name).Split(' ').Any(AgencyWords.Contains));
        if (entity.Organisation is null && entity.Qualifier.Length == 0)
        {
            entity.Qualifier = owner.State!.Iso3;
        }

        Add(entity, isAgency ? RelationshipTypes.AgencyOf : RelationshipTypes.BasedIn, owner, mention, "affiliation.owner");
    }

    // "the Yemen-based Houthi movement", "New York-based Eurasia Group", "the Houthi movement in Yemen".
    private void WriteBase(SentenceSyntax syntax, EntityDraft entity, TextMention mention)
    {
        for (var at = Math.Max(2, syntax.Extent(mention.Head).First); at < mention.End; at++)
        {
            if (syntax[at].Form is "based" or "Based" && syntax[at - 1].Form == "-" && actors.Entities.At(syntax.Index, at - 2) is { } seat && seat.Kind.IsPlace())
            {
                Add(entity, RelationshipTypes.BasedIn, seat, mention, "affiliation.based");
            }
        }

        // "programmes of the State Department in Africa": a body of a state is at home there.
        foreach (var token in entity.Organisation?.OrgType is "ministry" or "government" ? [] : ArgumentFinder.Modifiers(syntax, mention.Head, "in"))
        {
            if (actors.Entities.At(syntax.Index, token) is { } place && place.Kind.IsPlace())
            {
                Add(entity, entity.IsNamed ? RelationshipTypes.BasedIn : RelationshipTypes.LocatedIn, place, mention, "affiliation.in");
            }
        }
    }

    // "allies such as Germany", "firms including A, B and C", "leaders, including Foreign Minister X".
    private void WriteMembers(SentenceSyntax syntax, EntityDraft group, TextMention mention)
    {
        foreach (var (part, _) in ArgumentFinder.Inclusions(syntax).Where(inclusion => inclusion.Wholes[0] == mention.Head))
        {
            if (actors.Entities.At(syntax.Index, part) is { IsNamed: true } member && member.Kind.IsActor())
            {
                Add(member, RelationshipTypes.MemberOf, group, mention, "affiliation.including");
                WriteInherited(group, member, mention);
            }
        }
    }

    // "German firms including A": A is German.
    private void WriteInherited(EntityDraft group, EntityDraft member, TextMention mention)
    {
        foreach (var ownership in actors.Ownerships.Where(ownership => ownership.Group == group && ownership.Owner.Kind == EntityKind.State))
        {
            if (member.Kind == EntityKind.Organisation && mention.Noun?.Class.Name == "organisation")
            {
                Add(member, RelationshipTypes.BasedIn, ownership.Owner, mention, "affiliation.of-group");
            }
            else if (mention.Noun?.Class.Name == "allies" && member.Kind is EntityKind.State or EntityKind.Organisation)
            {
                Add(member, RelationshipTypes.AllyOf, ownership.Owner, mention, "affiliation.of-group");
            }
        }
    }

    // "BBC's Jonathan Marcus": an organisation that possesses a person employs them.
    private void WriteEmployer(SentenceSyntax syntax, EntityDraft person, TextMention mention)
    {
        var possessive = mention.First - 1;
        if (possessive > 0 && syntax[possessive].Form is "'s" or "’s" or "'" or "’" && actors.Entities.At(syntax.Index, possessive - 1) is { Kind: EntityKind.Organisation, IsNamed: true } employer)
        {
            Add(person, RelationshipTypes.MemberOf, employer, mention, "affiliation.possessed-person");
        }
    }

    private void WriteLocation(SentenceSyntax syntax, EntityDraft place, TextMention mention)
    {
        // "Brussels, Belgium".
        if (mention.Form == MentionForm.Name && mention.End + 1 < syntax.Count && syntax[mention.End].Form == ","
            && actors.Entities.At(syntax.Index, mention.End + 1) is { Kind: EntityKind.State } state && IsClosed(syntax, mention.End + 1)
            && (place.Place?.Country is not { Length: > 0 } country || country == state.State!.Iso3))
        {
            Add(place, RelationshipTypes.LocatedIn, state, mention, "location.comma");
        }

        // "the plant at Abqaiq", "a village near Kharkiv" is not in it.
        foreach (var preposition in new[] { "in", "at" })
        {
            // "in the Gulf, in Africa": a comma parts places that are listed.
            foreach (var token in ArgumentFinder.Modifiers(syntax, mention.Head, preposition).Where(token => syntax[mention.End].Form != ","))
            {
                if (actors.Entities.At(syntax.Index, token) is { } container && container.Kind.IsPlace())
                {
                    Add(place, RelationshipTypes.LocatedIn, container, mention, "location." + preposition);
                }
            }
        }

        if (mention is { Rule: "name.part-of-state", State: { } whole })
        {
            Add(place, RelationshipTypes.LocatedIn, actors.Names.StateOf(whole), mention, "location.part-of-state");
        }

        WriteCity(syntax, place, mention);
    }

    // "the Saudi city of Jeddah", "the capital, Riyadh", "Tehran, the capital".
    private void WriteCity(SentenceSyntax syntax, EntityDraft place, TextMention mention)
    {
        var noun = syntax.Head(mention.Head);
        if (mention.Form == MentionForm.Name && noun >= 0 && syntax.Preposition(mention.Head) == "of" && syntax.Lemma(noun) is "city" or "town" or "village" or "province" or "port" or "region" or "district" or "capital")
        {
            foreach (var child in syntax.Children(noun).Where(child => child < noun))
            {
                if (actors.Entities.At(syntax.Index, child) is { Kind: EntityKind.State } state)
                {
                    Add(place, RelationshipTypes.LocatedIn, state, mention, "location.city-of");
                }
            }
        }

        if (mention.IsCapital && IsCalledCapital(syntax, mention) && actors.Entities.Entities.FirstOrDefault(entity => entity.State == mention.State) is { } country)
        {
            Add(place, RelationshipTypes.CapitalOf, country, mention, "location.capital");
        }
    }

    private static bool IsCalledCapital(SentenceSyntax syntax, TextMention mention)
    {
        var noun = syntax.Head(mention.Head);
        var above = noun >= 0 && syntax.Is(mention.Head, "appos") && syntax.Lemma(noun) == "capital";
        return above || syntax.ChildrenIn(mention.Head, "appos").Any(child => syntax.Lemma(child) == "capital")
            || (mention.First > 1 && syntax[mention.First - 1].Form == "," && syntax.Lemma(mention.First - 2) == "capital");
    }

    private static bool IsClosed(SentenceSyntax syntax, int state) =>
        state + 1 >= syntax.Count || syntax[state + 1].Form is "," or "." or "where" or "to" or "on" or ")" or "and" || syntax[state + 1].Upos is "ADP" or "VERB" or "SCONJ";

    private void Add(EntityDraft from, string type, EntityDraft to, TextMention mention, string rule) =>
        facts.Add(from, type, to, mention.Sentence, mention.Head, rule, CertaintyReading.Asserted);
}
