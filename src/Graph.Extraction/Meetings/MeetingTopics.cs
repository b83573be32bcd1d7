using Graph.Extraction.Certainties;
using Graph.Extraction.Entities;
using Graph.Extraction.Events;
using Graph.Extraction.Facts;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Meetings;

/// <summary>Finds what a meeting was about where another sentence says it.</summary>
internal sealed class MeetingTopics(ArticleContext context, EntityTable entities, FactTable facts, IReadOnlyList<EventMention> events)
{
    /// <summary>Writes the topics of what participants discuss, and of the one meeting that the headline is about.</summary>
    public void Write()
    {
        foreach (var syntax in context.Sentences)
        {
            foreach (var clause in context.Clauses[syntax.Index].Where(clause => EventSurroundings.IsDiscussion(clause.Lemma)))
            {
                WriteDiscussion(syntax, clause);
            }
        }

        WriteReadout();
    }

    // "During his stop, the Secretary will discuss ...": the last meeting that he takes part in.
    private void WriteDiscussion(SentenceSyntax syntax, Clause clause)
    {
        var speakers = clause.Agents.SelectMany(token => entities.All(syntax.Index, token)).ToHashSet();
        var meeting = events.LastOrDefault(mention => mention.Entity is { Kind: EntityKind.Meeting } && mention.Sentence <= syntax.Index
            && facts.Facts.Any(fact => fact.To == mention.Entity && fact.Type == RelationshipTypes.ParticipantIn && speakers.Contains(fact.From)))?.Entity;
        if (meeting is null)
        {
            return;
        }

        foreach (var topic in Topics(syntax, clause))
        {
            facts.Add(meeting, RelationshipTypes.About, topic, syntax.Index, clause.Predicate, "meeting.discussed", CertaintyReading.Asserted);
        }
    }

    private IEnumerable<EntityDraft> Topics(SentenceSyntax syntax, Clause clause)
    {
        var direct = clause.Objects.SelectMany(token => entities.All(syntax.Index, token)).Where(IsTopic).ToList();
        if (direct.Count > 0 || clause.Complement < 0)
        {
            return direct;
        }

        // "discuss how the United States can increase its aid".
        var (first, end) = syntax.Extent(clause.Complement);
        return Enumerable.Range(first, end - first).SelectMany(token => entities.All(syntax.Index, token)).Where(IsTopic).Distinct();
    }

    // A readout names the call in its headline and then says what was stressed and urged: that was the topic.
    private void WriteReadout()
    {
        var meetings = events.Where(mention => mention.Sentence == 0 && mention.Entity?.Kind == EntityKind.Meeting).Select(mention => mention.Entity!).Distinct().ToList();
        if (meetings.Count != 1)
        {
            return;
        }

        var meeting = meetings[0];
        var participants = facts.Facts.Where(fact => fact.To == meeting && fact.Type == RelationshipTypes.ParticipantIn).Select(fact => fact.From).ToHashSet();
        foreach (var said in facts.Facts.Where(fact => participants.Contains(fact.From) && IsTopic(fact.To) && fact.To != meeting && IsPosition(fact.Type)).ToList())
        {
            facts.Add(meeting, RelationshipTypes.About, said.To, said.Evidence.Sentence, said.Evidence.Cue, "meeting.readout", CertaintyReading.Asserted);
        }
    }

    private static bool IsTopic(EntityDraft entity) => entity.Kind.IsDeal() || entity.Kind.IsEvent();

    private static bool IsPosition(string type) => type is RelationshipTypes.Demands or RelationshipTypes.Seeks or RelationshipTypes.Supports or RelationshipTypes.Opposes
        or RelationshipTypes.Rejected or RelationshipTypes.ConcernedAbout or RelationshipTypes.Proposed or RelationshipTypes.RelatedTo;
}
