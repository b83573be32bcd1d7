using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Mentions;

namespace Graph.Extraction.Coreference;

/// <summary>A person who is called by a title somewhere in the article.</summary>
/// <param name="Person">Who bears it.</param>
/// <param name="Title">The phrase.</param>
/// <param name="Owners">What it belongs to, as far as the phrase says.</param>
internal sealed record TitleHolding(EntityDraft Person, TitlePhrase Title, ImmutableArray<EntityDraft> Owners);
