namespace Graph.Embedded.Parsing;

internal enum TokenKind : byte
{
    End,
    Identifier,
    EscapedIdentifier,
    Integer,
    Float,
    String,
    Parameter,
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Dot,
    DotDot,
    Colon,
    DoubleColon,
    Semicolon,
    Plus,
    PlusEqual,
    Minus,
    Star,
    Slash,
    Percent,
    Caret,
    Equal,
    RegexMatch,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Pipe,
    DoublePipe,
    Ampersand,
    Exclamation,
    Dollar,
    Question,
}

/// <summary>A token. <paramref name="Text"/> is the unescaped content of names, strings and parameters, else the token as written.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text)
{
    public bool IsName => Kind is TokenKind.Identifier or TokenKind.EscapedIdentifier;

    public bool Is(string keyword) =>
        Kind == TokenKind.Identifier && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
