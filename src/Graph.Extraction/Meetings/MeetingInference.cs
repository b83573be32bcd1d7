using Graph.Extraction.Entities;
using Graph.Extraction.Events;
using Graph.Extraction.Facts;
using Graph.Model;

namespace Graph.Extraction.Meetings;

/// <summary>Concludes from who met: the states that were at the table, and which persons met each other.</summary>
internal sealed class MeetingInference(EntityTable entities, FactTable facts, Sides sides)
{
    // Past this many persons a list of guests is no set of encounters.
    private const int MostPersons = 12;

    /// <summary>Writes what follows from the participants of every meeting.</summary>
    public void Write()
    {
        AssignEnvoys();
        foreach (var meeting in entities.Entities.Where(entity => entity.Kind == EntityKind.Meeting).ToList())
        {
            WriteMissedEncounters(meeting);
            var parts = facts.Facts.Where(fact => fact.To == meeting && fact.Type == RelationshipTypes.ParticipantIn && fact.Evidence.Reading.Certainty != Certainty.Denied).ToList();
            WriteSides(meeting, parts);
            WriteEncounters(meeting, parts);
            WriteNegotiations(meeting);
        }

        facts.Amend(OnBehalf);
    }

    // "The president dispatched his adviser, Mike Waltz": who is sent stands for whom the sender stands for.
    private void AssignEnvoys()
    {
        foreach (var fact in facts.Facts.Where(fact => fact.Type == RelationshipTypes.Sent && fact.To.Kind == EntityKind.Person && fact.Evidence.Reading.Certainty != Certainty.Denied))
        {
            if (sides.Of(fact.From) is { Kind: EntityKind.State or EntityKind.Organisation } side)
            {
                sides.Assign(fact.To, side);
            }
        }
    }

    private FactDraft OnBehalf(FactDraft fact) =>
        fact.Type == RelationshipTypes.ParticipantIn && fact.To.Kind is EntityKind.Meeting or EntityKind.Trip && fact.From.Kind == EntityKind.Person
            && sides.Of(fact.From) is { Kind: EntityKind.State or EntityKind.Organisation } side
            ? fact with { Properties = fact.Properties.SetItem("onBehalfOf", side) }
            : fact;

    private void WriteSides(EntityDraft meeting, List<FactDraft> parts)
    {
        foreach (var part in parts)
        {
            var side = sides.Of(part.From);
            if (side != part.From && side.Kind is EntityKind.State or EntityKind.Organisation && parts.TrueForAll(other => other.From != side))
            {
                Add(side, RelationshipTypes.ParticipantIn, meeting, part, "meeting.side");
            }
        }
    }

    // Persons of opposite sides; where a side is not known, persons of different names count as opposite.
    private void WriteEncounters(EntityDraft meeting, List<FactDraft> parts)
    {
        var persons = parts.Where(part => part.From.Kind == EntityKind.Person).DistinctBy(part => part.From).ToList();
        if (persons.Count > MostPersons)
        {
            return;
        }

        for (var i = 0; i < persons.Count; i++)
        {
            for (var j = i + 1; j < persons.Count; j++)
            {
                // Two of whom no side is known may have come together; where only two took part they met each other.
                var (left, right) = (sides.Of(persons[i].From), sides.Of(persons[j].From));
                if (left != right && (persons.Count == 2 || (left != persons[i].From && right != persons[j].From)))
                {
                    var properties = PropertyMap.Empty.Add("derived", true).Add("via", meeting).Add("status", meeting.Properties.GetValueOrDefault("status", "held"));
                    properties = meeting.Properties.TryGetValue("date", out var date) ? properties.Add("date", date) : properties;
                    var evidence = persons[j].Evidence;
                    facts.Add(persons[i].From, RelationshipTypes.MetWith, persons[j].From, evidence.Sentence, evidence.Cue, "meeting.encounter", evidence.Reading, properties);
                }
            }
        }
    }

    // "has never met him": two who are both denied by one passage have not met.
    private void WriteMissedEncounters(EntityDraft meeting)
    {
        var missed = facts.Facts.Where(fact => fact.To == meeting && fact.Type == RelationshipTypes.ParticipantIn && fact.From.Kind == EntityKind.Person
            && fact.Evidence.Reading.Certainty == Certainty.Denied).DistinctBy(fact => fact.From).ToList();
        if (missed.Count == 2 && missed[0].Evidence.Cue == missed[1].Evidence.Cue && missed[0].Evidence.Sentence == missed[1].Evidence.Sentence)
        {
            var evidence = missed[1].Evidence;
            facts.Add(missed[0].From, RelationshipTypes.MetWith, missed[1].From, evidence.Sentence, evidence.Cue, "meeting.no-encounter", evidence.Reading);
        }
    }

    private void WriteNegotiations(EntityDraft meeting)
    {
        if (meeting.Noun?.Class.Name != "talks" || meeting.Properties.GetValueOrDefault("status") is "planned" or "cancelled")
        {
            return;
        }

        var states = facts.Facts.Where(fact => fact.To == meeting && fact.Type == RelationshipTypes.ParticipantIn && fact.From.Kind == EntityKind.State).DistinctBy(fact => fact.From).ToList();
        for (var i = 0; i < states.Count; i++)
        {
            for (var j = i + 1; j < states.Count; j++)
            {
                Add(states[i].From, RelationshipTypes.NegotiatesWith, states[j].From, states[j], "meeting.negotiation");
            }
        }
    }

    private void Add(EntityDraft from, string type, EntityDraft to, FactDraft because, string rule)
    {
        var reading = because.Evidence.Reading with { Certainty = Certainty.Inferred };
        facts.Add(from, type, to, because.Evidence.Sentence, because.Evidence.Cue, rule, reading);
    }
}
