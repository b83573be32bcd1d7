using System.Collections.Immutable;

namespace Graph.Extraction.Lexicon;

/// <summary>What a title says of who bears it.</summary>
internal enum TitleKind
{
    /// <summary>An office of a state or organisation: minister, ambassador, senator, general.</summary>
    Office,

    /// <summary>An office that heads what it belongs to: president, chairman, director.</summary>
    Leader,

    /// <summary>Speaks for a person, state or organisation.</summary>
    Spokesperson,

    /// <summary>Works for a person: aide, adviser, chief of staff.</summary>
    Aide,

    /// <summary>Represents a state or person elsewhere: ambassador, envoy.</summary>
    Envoy,

    /// <summary>Belongs to an organisation: member, official, journalist.</summary>
    Member,

    /// <summary>Holds the same office elsewhere: "his Turkish counterpart, Leyla Demir".</summary>
    Counterpart,

    /// <summary>Mr, Dr, Prince: part of how somebody is called, no office.</summary>
    Honorific,
}

/// <summary>A title as it stands before a name or beside one.</summary>
/// <param name="Words">Lower-case words; matched against form or lemma, so that plurals are found.</param>
/// <param name="Kind">What it says of its bearer.</param>
/// <param name="Portfolio">Field of the office, such as <c>foreign affairs</c>; empty for none.</param>
/// <param name="State">iso3 of the state that the title alone tells; empty for none.</param>
/// <param name="Gender"><c>male</c>, <c>female</c> or empty.</param>
internal sealed record TitleEntry(
    ImmutableArray<string> Words, TitleKind Kind, string Portfolio, string State, string Gender);
