namespace Graph.Language.Tokenisation;

/// <summary>Coarse class of a token for the boundary model. The order is part of the model file's format.</summary>
internal enum TokenKind : byte
{
    None,
    FullStop,
    Ellipsis,
    Exclamation,
    Comma,
    Colon,
    StraightQuote,
    OpeningQuote,
    ClosingQuote,
    OpeningBracket,
    ClosingBracket,
    Dash,
    Symbol,
    Abbreviation,
    Title,
    NumberAbbreviation,
    Initial,
    Letters,
    Number,
    LowerWord,
    CapitalisedWord,
    CapitalsWord,
    Address,
    Rule,
}
