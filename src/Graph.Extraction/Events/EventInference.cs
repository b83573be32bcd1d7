using Graph.Extraction.Certainties;
using Graph.Extraction.Entities;
using Graph.Extraction.Facts;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Events;

/// <summary>Concludes what the facts of events amount to: who claims an attack is said to have made it; what is part of what.</summary>
internal sealed class EventInference(ArticleContext context, EntityTable entities, FactTable facts)
{
    /// <summary>Writes the conclusions.</summary>
    public void Write()
    {
        WriteParts();
        WriteParties();
        WriteSites();
        WriteSuspendedAid();
        foreach (var claim in facts.Facts.Where(fact => fact.Type == RelationshipTypes.ClaimedResponsibilityFor && fact.Evidence.Reading.Certainty != Certainty.Denied).ToList())
        {
            WriteClaim(claim);
        }
    }

    // "all parties to the conflict", "signatories to the treaty", "participants in the talks".
    private void WriteParties()
    {
        foreach (var group in entities.Entities.Where(entity => entity.Kind == EntityKind.Organisation && !entity.IsNamed).ToList())
        {
            foreach (var mention in group.Mentions.Select(linked => linked.Mention).Where(mention => mention.Noun is not null).ToList())
            {
                var syntax = context.Sentences[mention.Sentence];
                var noun = syntax.Lemma(mention.Head);
                foreach (var whole in (string[])["to", "of", "in"] is var prepositions && noun is "party" or "signatory" or "participant" or "member"
                    ? prepositions.SelectMany(preposition => ArgumentFinder.Modifiers(syntax, mention.Head, preposition)).Select(token => entities.At(mention.Sentence, token)).OfType<EntityDraft>() : [])
                {
                    var type = whole.Kind.IsEvent() ? RelationshipTypes.ParticipantIn : whole.Kind != EntityKind.Agreement ? null : noun == "signatory" ? RelationshipTypes.Signed : RelationshipTypes.PartyTo;
                    if (type is not null)
                    {
                        facts.Add(group, type, whole, mention.Sentence, mention.Head, "event.party", CertaintyReading.Asserted);
                    }
                }
            }
        }
    }

    // Aid that was suspended is missed by whom it was for.
    private void WriteSuspendedAid()
    {
        foreach (var suspension in facts.Facts.Where(fact => fact.Type == RelationshipTypes.Suspended).ToList())
        {
            foreach (var beneficiary in facts.Facts.Where(fact => fact.From == suspension.To && fact.Type == RelationshipTypes.Benefits).Select(fact => fact.To).Distinct().ToList())
            {
                Add(suspension.From, RelationshipTypes.SuspendedAidTo, beneficiary, suspension, suspension.Evidence.Reading, "event.suspended-aid");
            }
        }
    }

    // The claimant's own word: it did it, and so attacked what was hit.
    private void WriteClaim(FactDraft claim)
    {
        var reading = new CertaintyReading(Certainty.Reported, [claim.From], "certainty.claim");
        Add(claim.From, RelationshipTypes.Initiated, claim.To, claim, reading, "event.claim");
        foreach (var target in facts.Facts.Where(fact => fact.From == claim.To && fact.Type is RelationshipTypes.Targeted or RelationshipTypes.TookPlaceIn && fact.To.Kind is EntityKind.State or EntityKind.Place).Select(fact => fact.To).Distinct().ToList())
        {
            if (claim.To.Kind == EntityKind.Attack)
            {
                Add(claim.From, RelationshipTypes.Attacked, target, claim, reading, "event.claim.derived");
            }
        }
    }

    // An attack on what stands in a place took place there.
    private void WriteSites()
    {
        foreach (var hit in facts.Facts.Where(fact => fact.Type == RelationshipTypes.Targeted && fact.From.Kind == EntityKind.Attack && fact.To.Kind == EntityKind.Place).ToList())
        {
            foreach (var location in facts.Facts.Where(fact => fact.From == hit.To && fact.Type == RelationshipTypes.LocatedIn).ToList())
            {
                Add(hit.From, RelationshipTypes.TookPlaceIn, location.To, hit, hit.Evidence.Reading, "event.site");
            }
        }
    }

    // "the steps, including the withdrawal of the forces".
    private void WriteParts()
    {
        foreach (var syntax in context.Sentences)
        {
            foreach (var (partToken, wholes) in ArgumentFinder.Inclusions(syntax))
            {
                var part = entities.At(syntax.Index, partToken);
                var whole = wholes.Select(token => entities.At(syntax.Index, token)).FirstOrDefault(IsDivisible);
                if (IsDivisible(part) && whole is not null)
                {
                    facts.Add(part!, RelationshipTypes.PartOf, whole, syntax.Index, partToken, "event.including", CertaintyReading.Asserted);
                }
            }
        }
    }

    private static bool IsDivisible(EntityDraft? entity) => entity is not null && (entity.Kind.IsDeal() || entity.Kind.IsEvent());

    private void Add(EntityDraft from, string type, EntityDraft to, FactDraft because, CertaintyReading reading, string rule) =>
        facts.Add(from, type, to, because.Evidence.Sentence, because.Evidence.Cue, rule, reading);
}
