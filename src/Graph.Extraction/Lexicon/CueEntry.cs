using Graph.Model;

namespace Graph.Extraction.Lexicon;

/// <summary>How a cue stands to what it marks.</summary>
internal enum CueKind
{
    /// <summary>A verb whose complement somebody says: "said", "claims".</summary>
    Speech,

    /// <summary>A verb, noun or adjective with an infinitive or clause that it makes planned, demanded, denied and so on: "plans to", "urged".</summary>
    Governor,

    /// <summary>An adverb or adjective beside what it marks: "reportedly", "alleged", "likely".</summary>
    Modifier,

    /// <summary>A verb or noun that is no event of its own but says that what it takes as object happens or not: "hold talks", "cancel a visit".</summary>
    Phase,

    /// <summary>A verb that says how far the agreement or policy that it has as object has come: "signed", "lifted".</summary>
    Outcome,
}

/// <summary>A word that says how certain something is.</summary>
/// <param name="Word">Lemma.</param>
/// <param name="Kind">How it stands to what it marks.</param>
/// <param name="Certainty">What it makes of it.</param>
/// <param name="Effect">Further effect: a status such as <c>cancelled</c>, or the force of a speech verb such as <c>claim</c>; empty for none.</param>
internal sealed record CueEntry(string Word, CueKind Kind, Certainty Certainty, string Effect);
