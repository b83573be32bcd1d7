using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Parsing;

/// <summary>Recursive descent over the tokens of one statement.</summary>
internal sealed partial class Parser
{
    private readonly SourceText _source;
    private readonly List<Token> _tokens;
    private int _at;

    private Parser(SourceText source)
    {
        _source = source;
        _tokens = Lexer.Read(source);
    }

    /// <exception cref="CypherException">The text is not a statement; the error names line and column.</exception>
    public static StatementSyntax Parse(SourceText source) => new Parser(source).ParseStatement();

    private Token Current => _tokens[_at];

    private TokenKind Kind => _tokens[_at].Kind;

    private Token Ahead(int count) => _tokens[Math.Min(_at + count, _tokens.Count - 1)];

    private Token Next() => Kind == TokenKind.End ? Current : _tokens[_at++];

    private bool Is(string keyword) => Current.Is(keyword);

    private bool IsAhead(int count, string keyword) => Ahead(count).Is(keyword);

    private bool Take(TokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Take(string keyword)
    {
        if (!Is(keyword))
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Take(string first, string second)
    {
        if (!Is(first) || !IsAhead(1, second))
        {
            return false;
        }

        _at += 2;
        return true;
    }

    private Token Expect(TokenKind kind, string what)
    {
        if (Kind != kind)
        {
            Fail(what);
        }

        return Next();
    }

    private void ExpectWord(string keyword)
    {
        if (!Take(keyword))
        {
            Fail($"'{keyword}'");
        }
    }

    private NameSyntax ExpectName(string what)
    {
        if (!Current.IsName)
        {
            Fail(what);
        }

        var token = Next();
        return new NameSyntax(new SourceSpan(token.Start, token.End), token.Text);
    }

    [DoesNotReturn]
    private void Fail(string expected)
    {
        var token = Current;
        var found = token.Kind == TokenKind.End ? "" : _source.Text[token.Start..token.End];
        throw _source.Error(token.Start, $"Invalid input '{found}': expected {expected}");
    }

    private SourceSpan SpanFrom(int start) => new(start, _at == 0 ? start : Math.Max(start, _tokens[_at - 1].End));

    private static SourceSpan SpanOf(Token token) => new(token.Start, token.End);

    /// <summary>Refuses nesting that would exhaust the stack, here or in a later stage.</summary>
    private void GuardDepth()
    {
        if (++_depth > MaximumDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw _source.Error(Current.Start, "The query is nested too deeply");
        }
    }

    private const int MaximumDepth = 400;

    private int _depth;

    private ImmutableArray<T> ListOf<T>(Func<T> item)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        do
        {
            items.Add(item());
        }
        while (Take(TokenKind.Comma));
        return items.ToImmutable();
    }
}
