using Graph.Extraction.Certainties;
using Graph.Extraction.Entities;
using Graph.Extraction.Facts;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Events;

/// <summary>Writes who plays what part in an event or deal.</summary>
internal sealed class EventFacts(EntityTable entities, FactTable facts, CertaintyReader certainty)
{
    /// <summary>Writes the facts of one mention.</summary>
    public void Write(EventMention mention, SentenceSyntax syntax)
    {
        var entity = mention.Entity!;
        var reading = Reading(mention, syntax);
        foreach (var argument in mention.Arguments)
        {
            var own = ReadingOf(mention, argument, reading);
            foreach (var part in entities.All(mention.Sentence, argument.Token).Where(part => part != entity))
            {
                Write(mention, entity, part, argument, own);
            }
        }

        WriteDerived(mention, entity, reading);
    }

    private void Write(EventMention mention, EntityDraft entity, EntityDraft part, EventArgument argument, CertaintyReading reading)
    {
        switch (argument.Role)
        {
            case EventRole.Agent when entity.Kind == EntityKind.Trip:
            case EventRole.Party when entity.Kind.IsEvent() && part.Kind.IsActor():
                Add(part, RelationshipTypes.ParticipantIn, entity);
                break;
            case EventRole.Party when entity.Kind == EntityKind.Agreement && part.Kind.IsActor():
                Add(part, RelationshipTypes.PartyTo, entity);
                break;
            case EventRole.Place when entity.Kind == EntityKind.Trip && part.Kind.IsPlace():
                WriteJourney(mention, part, argument, reading);
                break;
            case EventRole.Agent when mention.Class.Name == "occasion" && part.Kind.IsActor():
                Add(part, RelationshipTypes.ParticipantIn, entity);
                break;
            case EventRole.Agent when mention.Class.Name == "withdrawal" && part.Kind.IsActor() && mention.Phrase is not null && reading.Certainty != Certainty.Asserted:
                Add(entity, RelationshipTypes.About, part);
                break;
            case EventRole.Topic when mention.Class.Name == "withdrawal" && part.Kind.IsPlace():
                WriteDeparture(mention, part, argument, reading);
                break;
            case EventRole.Agent when part.Kind.IsActor():
                Add(part, entity.Kind == EntityKind.Agreement ? RelationshipTypes.Proposed : RelationshipTypes.Initiated, entity);
                break;
            case EventRole.Patient when part.Kind == EntityKind.Place && part.Kind == entity.Kind:
                break;
            case EventRole.Patient:
                Add(entity, mention.Class.Derived is RelationshipTypes.ProvidesAidTo or RelationshipTypes.Supports ? RelationshipTypes.Benefits : RelationshipTypes.Targeted, part);
                break;
            case EventRole.Place when part.Kind.IsPlace() && entity.Kind != EntityKind.Trip:
                Add(entity, RelationshipTypes.TookPlaceIn, part);
                break;
            case EventRole.Topic when part.Kind != EntityKind.Person || entity.Kind == EntityKind.Meeting:
                Add(entity, RelationshipTypes.About, part);
                break;
            default:
                break;
        }

        void Add(EntityDraft from, string type, EntityDraft to)
        {
            var isAbsent = type == RelationshipTypes.ParticipantIn && entity.Kind == EntityKind.Meeting && reading.Certainty == Certainty.Denied;
            facts.Add(from, type, to, mention.Sentence, argument.Cue, mention.Rule, reading, isAbsent ? PropertyMap.Empty.Add("status", "absent") : null);
        }
    }

    // Who attends, skips or cancels stands to the event as the verb says; who the noun phrase names was at least to be there.
    private CertaintyReading ReadingOf(EventMention mention, EventArgument argument, CertaintyReading reading)
    {
        if (argument.Cue != mention.Head && mention.Phrase is not null && !mention.Phrase.Covers(argument.Cue))
        {
            var ofVerb = certainty.Read(mention.Sentence, argument.Cue);
            return ofVerb.Certainty is not (Certainty.Asserted or Certainty.Reported) ? ofVerb
                : mention.Status switch
                {
                    "absent" or "cancelled" => ofVerb with { Certainty = Certainty.Denied },
                    "postponed" => ofVerb with { Certainty = Certainty.Planned },
                    _ => ofVerb,
                };
        }

        return mention.Status is "cancelled" or "postponed" && argument.Role is EventRole.Party or EventRole.Agent && reading.Certainty is Certainty.Asserted or Certainty.Reported
            ? reading with { Certainty = Certainty.Planned }
            : reading;
    }

    // "Secretary Blinken's travel to Poland", "begins his trip in Brussels".
    private void WriteJourney(EventMention mention, EntityDraft place, EventArgument argument, CertaintyReading reading)
    {
        reading = mention.Status == "cancelled" ? reading with { Certainty = Certainty.Denied } : reading;
        var status = reading.Certainty switch
        {
            Certainty.Asserted or Certainty.Reported => "held",
            Certainty.Denied => "cancelled",
            _ => "planned",
        };
        var properties = PropertyMap.Empty.Add("status", status);
        properties = mention.Date?.Value is { } date ? properties.Add("date", date) : properties;
        foreach (var traveller in EventCluster.EntitiesIn(mention, EventRole.Agent, entities).Where(agent => agent.Kind == EntityKind.Person))
        {
            facts.Add(traveller, RelationshipTypes.TravelledTo, place, mention.Sentence, argument.Cue, mention.Rule, reading, properties, mention.Date?.Value ?? "");
        }
    }

    // "the withdrawal of the forces from Tigray".
    private void WriteDeparture(EventMention mention, EntityDraft place, EventArgument argument, CertaintyReading reading)
    {
        foreach (var agent in EventCluster.EntitiesIn(mention, EventRole.Agent, entities).Where(agent => agent.Kind.IsActor()))
        {
            facts.Add(agent, RelationshipTypes.DepartedFrom, place, mention.Sentence, argument.Cue, mention.Rule, reading);
        }
    }

    // "Russia's attack on Ukraine" amounts to ATTACKED, "EU sanctions on Iran" to SANCTIONS.
    private void WriteDerived(EventMention mention, EntityDraft entity, CertaintyReading reading)
    {
        if (mention.Class.Derived.Length == 0 || mention.Status is "lifted" or "cancelled" || (mention.Class.Derived == RelationshipTypes.Attacked && reading.Certainty is not (Certainty.Asserted or Certainty.Reported or Certainty.Denied)))
        {
            return;
        }

        var agents = EventCluster.EntitiesIn(mention, EventRole.Agent, entities).Where(agent => agent.Kind.IsActor()).ToList();
        foreach (var patient in EventCluster.EntitiesIn(mention, EventRole.Patient, entities).Where(patient => patient.Kind.IsActor() || patient.Kind == EntityKind.Place))
        {
            foreach (var agent in agents.Where(agent => agent != patient && (mention.Class.Derived != RelationshipTypes.AtWarWith || (agent.Kind == EntityKind.State && patient.Kind == EntityKind.State))))
            {
                var properties = PropertyMap.Empty.Add("derived", true).Add("via", entity);
                facts.Add(agent, mention.Class.Derived, patient, mention.Sentence, mention.Head, mention.Rule + ".derived", reading, properties);
            }
        }
    }

    // What a definite or possessed noun names is taken for granted; a verb or an indefinite noun is as certain as its clause.
    private CertaintyReading Reading(EventMention mention, SentenceSyntax syntax)
    {
        var isPresupposed = mention.Phrase is not null && mention.Class.Name != "withdrawal" && (mention.IsDefinite || syntax.Child(mention.Head, "nmod:poss") >= 0);
        var token = mention.Status.Length > 0 && !isPresupposed && syntax.Head(mention.Head) is var head && head >= 0 ? head : mention.Head;
        return certainty.Read(mention.Sentence, token, isPresupposed);
    }
}
