namespace Graph.Extraction.Mentions;

/// <summary>How a passage refers to its entity.</summary>
internal enum MentionForm
{
    /// <summary>By a name: "Marco Rubio", "NATO", "Jeddah".</summary>
    Name,

    /// <summary>By an adjective or noun of nationality: "Ukrainian", "the Russians".</summary>
    Nationality,

    /// <summary>By a title alone: "the Secretary", "Putin's spokesman".</summary>
    Title,

    /// <summary>By a common noun: "the attack", "German officials".</summary>
    Nominal,

    /// <summary>By a pronoun or possessive: "he", "its".</summary>
    Pronoun,
}
