namespace Graph.Language.Tokenisation;

/// <summary>How an abbreviation behaves at its full stop.</summary>
internal enum AbbreviationKind : byte
{
    /// <summary>May end a sentence as well as stand inside one: "Inc.".</summary>
    Word,

    /// <summary>A name follows, the sentence goes on: "Gen.".</summary>
    Title,

    /// <summary>An abbreviation only before a number: "No. 10".</summary>
    Number,

    /// <summary>A month: "Feb. 28".</summary>
    Month,
}
