namespace Graph.Embedded.Parsing.Syntax;

/// <summary>A piece of a parsed statement and where it stands.</summary>
internal abstract record SyntaxNode(SourceSpan Span);

/// <summary>A name that introduces or refers to a variable.</summary>
internal sealed record NameSyntax(SourceSpan Span, string Text) : SyntaxNode(Span);
