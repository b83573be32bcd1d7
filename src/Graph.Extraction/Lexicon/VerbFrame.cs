using System.Collections.Immutable;
using Graph.Model;

namespace Graph.Extraction.Lexicon;

/// <summary>A pattern of a verb and its arguments that amounts to a relationship.</summary>
/// <param name="Verb">Lemma, with its particle where it has one.</param>
/// <param name="From">Argument that the relationship starts from.</param>
/// <param name="Type">Relationship type.</param>
/// <param name="To">Argument that it ends at.</param>
/// <param name="Certainty">What the verb itself makes of it (<c>demanded</c> for "urge"); null where the clause decides.</param>
/// <param name="Properties">Properties and the slots their text is read from, such as <c>what=xcomp</c>.</param>
/// <param name="Plover">PLOVER event type; empty for none.</param>
/// <param name="Cameo">CAMEO code; empty for none.</param>
internal sealed record VerbFrame(
    string Verb, ArgumentSelector From, string Type, ArgumentSelector To, Certainty? Certainty,
    ImmutableArray<KeyValuePair<string, string>> Properties, string Plover, string Cameo);

/// <summary>A noun that joins what stands around it: "Iran's cooperation with China", "pressure from Washington on Kyiv".</summary>
/// <param name="Noun">Lemma.</param>
/// <param name="From">Where the text puts whom the relationship starts from: <c>poss</c>, <c>amod</c>, <c>compound</c>, a preposition, or <c>subj</c> (of the clause that has the noun as object or oblique).</param>
/// <param name="Type">Relationship type.</param>
/// <param name="To">Where it puts whom it ends at.</param>
/// <param name="Certainty">What the noun itself makes of it; null where the clause decides.</param>
/// <param name="Plover">PLOVER event type; empty for none.</param>
/// <param name="Cameo">CAMEO code; empty for none.</param>
internal sealed record NounFrame(
    string Noun, ImmutableArray<string> From, string Type, ImmutableArray<string> To, Certainty? Certainty, string Plover, string Cameo);

/// <summary>A verb that tells an event of a noun class: "attacked" as "an attack".</summary>
/// <param name="Verb">Lemma, with its particle where it has one.</param>
/// <param name="Class">The class of the event.</param>
/// <param name="Agent">Slots of who does it.</param>
/// <param name="Patient">Slots of who or what it is done to.</param>
/// <param name="Party">Slots of who takes part.</param>
/// <param name="Place">Slots of the place.</param>
/// <param name="Topic">Slots of what it is about.</param>
/// <param name="Plover">PLOVER event type; empty for none.</param>
/// <param name="Cameo">CAMEO code; empty for none.</param>
internal sealed record EventVerb(
    string Verb, NounClass Class, ImmutableArray<ArgumentSelector> Agent, ImmutableArray<ArgumentSelector> Patient,
    ImmutableArray<ArgumentSelector> Party, ImmutableArray<ArgumentSelector> Place, ImmutableArray<ArgumentSelector> Topic,
    string Plover, string Cameo);
