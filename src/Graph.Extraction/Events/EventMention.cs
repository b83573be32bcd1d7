using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Mentions;
using Graph.Language;

namespace Graph.Extraction.Events;

/// <summary>The part somebody or something plays in an event.</summary>
internal enum EventRole
{
    /// <summary>Does it.</summary>
    Agent,

    /// <summary>It is done to.</summary>
    Patient,

    /// <summary>Takes part in it.</summary>
    Party,

    /// <summary>Where it takes place.</summary>
    Place,

    /// <summary>What it is about.</summary>
    Topic,
}

/// <summary>An argument of an event in the text.</summary>
/// <param name="Role">The part it plays.</param>
/// <param name="Token">Head of the phrase.</param>
/// <param name="Cue">Token of the word that binds it: the noun or verb of the event.</param>
internal readonly record struct EventArgument(EventRole Role, int Token, int Cue);

/// <summary>One place in the text that tells of an event or deal, by a noun or by a verb.</summary>
internal sealed class EventMention
{
    public required int Sentence { get; init; }

    /// <summary>The noun or verb.</summary>
    public required int Head { get; init; }

    public required NounClass Class { get; init; }

    /// <summary>Lemma of the noun or verb.</summary>
    public required string Lemma { get; init; }

    public required string Plover { get; init; }

    public required string Cameo { get; init; }

    /// <summary>The noun phrase; null for a verb.</summary>
    public TextMention? Phrase { get; init; }

    public required IReadOnlyList<EventArgument> Arguments { get; init; }

    /// <summary>When it happens, as far as the text around it says.</summary>
    public DateExpression? Date { get; init; }

    /// <summary>Whether the phrase points back to something known: "the attack", "these attacks".</summary>
    public bool IsDefinite { get; init; }

    /// <summary>What a verb beside it says of its course: <c>held</c>, <c>planned</c>, <c>ongoing</c>, <c>cancelled</c>, <c>postponed</c>; empty where nothing does.</summary>
    public string Status { get; init; } = "";

    /// <summary>Whether a verb beside it only says who came: "attended the talks".</summary>
    public bool IsAttended { get; init; }

    /// <summary>Lemmas of the adjectives and nouns before the noun; empty for a verb.</summary>
    public IReadOnlySet<string> Modifiers { get; init; } = new HashSet<string>();

    public required string Rule { get; init; }

    /// <summary>The entity that it was found to be a mention of.</summary>
    public EntityDraft? Entity { get; set; }
}
