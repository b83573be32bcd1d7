using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;

namespace Graph.Extraction.Attribution;

/// <summary>Somebody says something.</summary>
internal sealed record SpeechFrame
{
    public required int Sentence { get; init; }

    /// <summary>The verb of speech, or the "according" of "according to".</summary>
    public required int Verb { get; init; }

    public required CueEntry Cue { get; init; }

    /// <summary>Heads of the phrases that name who says it.</summary>
    public required ImmutableArray<int> SpeakerTokens { get; init; }

    /// <summary>Who says it, as far as it is an entity.</summary>
    public required ImmutableArray<EntityDraft> Speakers { get; init; }

    /// <summary>Head of what is said.</summary>
    public required int Content { get; init; }

    /// <summary>Whether the saying itself is negated ("did not say").</summary>
    public required bool IsNegated { get; init; }
}
