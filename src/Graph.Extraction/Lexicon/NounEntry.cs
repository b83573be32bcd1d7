using System.Collections.Immutable;
using Graph.Extraction.Entities;

namespace Graph.Extraction.Lexicon;

/// <summary>A class of nouns that name an event, a deal or a group, with the syntax of its roles.</summary>
/// <param name="Name">Name of the class.</param>
/// <param name="Kind">What such a noun phrase becomes.</param>
/// <param name="Mode"><c>call</c>, <c>visit</c> and the like; empty for none.</param>
/// <param name="Agent">Where the text puts who does it: <c>poss</c>, <c>amod</c>, <c>compound</c> or a preposition.</param>
/// <param name="Patient">Where it puts who or what it is done to.</param>
/// <param name="Party">Where it puts who takes part.</param>
/// <param name="Place">Where it puts the place.</param>
/// <param name="Topic">Where it puts what it is about.</param>
/// <param name="Derived">Relationship type from agent to patient that such an event amounts to; empty for none.</param>
internal sealed record NounClass(
    string Name, EntityKind Kind, string Mode, ImmutableArray<string> Agent, ImmutableArray<string> Patient,
    ImmutableArray<string> Party, ImmutableArray<string> Place, ImmutableArray<string> Topic, string Derived);

/// <summary>A noun of such a class.</summary>
/// <param name="Words">Lower-case lemmas; the last is the head.</param>
/// <param name="Class">Its class.</param>
/// <param name="Plover">PLOVER event type; empty for none.</param>
/// <param name="Cameo">CAMEO code; empty for none.</param>
/// <param name="Sort">For a group the ontology's <c>orgType</c>; for a place its <c>placeType</c>; else empty.</param>
internal sealed record NounEntry(ImmutableArray<string> Words, NounClass Class, string Plover, string Cameo, string Sort);
