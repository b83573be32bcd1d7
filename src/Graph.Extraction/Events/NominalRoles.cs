using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Mentions;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Events;

/// <summary>Tells the part that a phrase plays in the event of a noun by where it stands and what it names.</summary>
internal sealed class NominalRoles(ArticleContext context, EntityTable entities)
{
    /// <summary>The part of what stands in a slot; null where the noun's class gives it none.</summary>
    public static EventRole? Of(SentenceSyntax syntax, TextMention phrase, string slot) =>
        slot == "with" && IsDiscussed(syntax, phrase) ? null : RoleOf(phrase.Noun!.Class, slot);

    // "discussed the crisis with the minister": the minister is talked with, not in crisis.
    private static bool IsDiscussed(SentenceSyntax syntax, TextMention phrase) =>
        syntax.Is(phrase.Head, "obj") && syntax.Head(phrase.Head) is var verb && verb >= 0 && EventSurroundings.IsDiscussion(syntax.Lemma(verb));

    // "Navalny's arrest" is done to him, "Iran's detention of a diplomat" by Iran.
    private static EventRole OfPossessor(SentenceSyntax syntax, TextMention phrase, EventRole role) =>
        role == EventRole.Patient && phrase.Noun!.Class.Name is "proceeding" or "killing" && ArgumentFinder.Modifiers(syntax, phrase.Head, "of").Any() ? EventRole.Agent : role;

    /// <summary>The part that a phrase plays, given the one of its slot: the kind of what it names has a say.</summary>
    public EventRole Settled(SentenceSyntax syntax, TextMention phrase, EventRole role, string slot, int token)
    {
        role = slot == "poss" ? OfPossessor(syntax, phrase, role) : role;
        var kind = entities.At(syntax.Index, token)?.Kind;
        if (slot == "compound" && phrase.Kind == EntityKind.Meeting && kind == EntityKind.State && IsForPost(syntax, phrase, token))
        {
            // "the Syria Special Envoy Meeting" is one of envoys, not of Syria.
            return EventRole.Topic;
        }

        if (kind == EntityKind.Place && slot == "compound" && phrase.Kind == EntityKind.Meeting && entities.At(syntax.Index, token)!.Place?.PlaceType is "sea" or "region" or "river")
        {
            // "the Red Sea talks" are about it.
            return EventRole.Topic;
        }

        if (kind == EntityKind.Place && slot is "compound" or "poss" or "amod")
        {
            // "the Jeddah talks": a place before the noun says where, not who.
            return EventRole.Place;
        }

        if (kind == EntityKind.State && slot is "amod" or "compound" && phrase.Noun!.Class.Name is "conflict" or "rebellion" && IsOnlyState(syntax, phrase, token))
        {
            // "the Syrian crisis", "the Syrian uprising": where it is.
            return EventRole.Place;
        }

        // "his capture" and "the capture of the town by rebels".
        if (slot == "poss" && kind == EntityKind.Person && phrase.Noun!.Class.Name == "invasion")
        {
            return EventRole.Patient;
        }

        // "an assault on a guard at the port": what is attacked stands behind another preposition.
        if (role == EventRole.Patient && slot == "at" && ArgumentFinder.Modifiers(syntax, phrase.Head, "on").Concat(ArgumentFinder.Modifiers(syntax, phrase.Head, "against")).Any())
        {
            return EventRole.Place;
        }

        return role == EventRole.Place && kind is EntityKind.Person or EntityKind.Organisation && phrase.Kind == EntityKind.Meeting ? EventRole.Party : role;
    }

    private bool IsOnlyState(SentenceSyntax syntax, TextMention phrase, int state) =>
        !Enumerable.Range(phrase.First, phrase.Head - phrase.First).Any(token => token != state && entities.At(syntax.Index, token) is { } other && other.Kind.IsActor() && other != entities.At(syntax.Index, state))
        && !syntax.Children(phrase.Head).Any(child => child > phrase.Head && syntax.Preposition(child) is "with" or "between" or "against");

    private bool IsForPost(SentenceSyntax syntax, TextMention phrase, int state) =>
        Enumerable.Range(state + 1, phrase.Head - state - 1).Any(token => context.Lexicon.TitlesEndingIn(syntax.Lemma(token)).Any());

    private static EventRole? RoleOf(NounClass nounClass, string slot) =>
        nounClass.Patient.Contains(slot) ? EventRole.Patient
        : nounClass.Party.Contains(slot) ? EventRole.Party
        : nounClass.Agent.Contains(slot) ? EventRole.Agent
        : nounClass.Place.Contains(slot) ? EventRole.Place
        : nounClass.Topic.Contains(slot) ? EventRole.Topic
        : null;
}
