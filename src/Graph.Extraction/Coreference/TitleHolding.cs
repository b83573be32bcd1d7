using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Mentions;

namespace Graph.Extraction.Coreference;

/// <summary>A person who is called by a title somewhere in the article.</summary>
/// <param name="Person">Who bears it.</param>
/// <param name="Title">The phrase.</param>
/// <param name="Owners">What it belongs to.</param>
/// <param name="IsInferred">Whether the owners were concluded from what stands around the phrase.</param>
internal sealed record TitleHolding(EntityDraft Person, TitlePhrase Title, ImmutableArray<EntityDraft> Owners, bool IsInferred = false);
