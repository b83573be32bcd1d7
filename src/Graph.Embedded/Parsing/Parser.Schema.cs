using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
    private StatementSyntax? TryParseSchemaCommand()
    {
        var start = Current.Start;
        // CREATE index = (a)-->(b) names a path.
        if (Is("CREATE") && Ahead(1).Kind == TokenKind.Identifier && Ahead(2).Kind != TokenKind.Equal)
        {
            return ParseCreateSchema(start);
        }

        if (!Is("DROP"))
        {
            return null;
        }

        _at++;
        var isConstraint = Take("CONSTRAINT");
        if (!isConstraint)
        {
            ExpectWord("INDEX");
        }

        if (Take("ON"))
        {
            throw _source.Error(start, "Dropping by schema is not supported; drop it by name, as SHOW INDEXES and SHOW CONSTRAINTS give it");
        }

        var name = ParseSchemaName();
        var ifExists = Take("IF", "EXISTS");
        return new DropSchemaSyntax(SpanFrom(start), name, ifExists, isConstraint);
    }

    private string ParseSchemaName()
    {
        if (Kind == TokenKind.Parameter)
        {
            throw _source.Error(Current.Start, "A parameter as the name of an index or constraint is not supported; write the name");
        }

        return ExpectName("a name").Text;
    }

    private StatementSyntax ParseCreateSchema(int start)
    {
        _at++;
        if (Take("OR", "REPLACE"))
        {
            throw _source.Error(start, "Failed to create: `OR REPLACE` cannot be used with indexes and constraints; use IF NOT EXISTS");
        }

        if (Take("CONSTRAINT"))
        {
            return ParseCreateConstraint(start);
        }

        var kind = IndexKind.Range;
        if (!Is("INDEX"))
        {
            kind = ParseIndexKind();
        }

        ExpectWord("INDEX");
        return ParseCreateIndex(start, kind);
    }

    private IndexKind ParseIndexKind()
    {
        var word = ExpectName("CONSTRAINT or INDEX");
        switch (word.Text.ToUpperInvariant())
        {
            case "RANGE":
                return IndexKind.Range;
            case "TEXT":
                return IndexKind.Text;
            case "POINT":
                return IndexKind.Point;
            case "LOOKUP":
                return IndexKind.Lookup;
            case "FULLTEXT":
                return IndexKind.FullText;
            case "VECTOR" or "BTREE":
                throw _source.Error(
                    "Neo.ClientError.Statement.UnsupportedOperationError", word.Span.Start,
                    $"CREATE {word.Text.ToUpperInvariant()} is not supported by this engine");
            default:
                throw _source.Error(word.Span.Start, $"Invalid input '{word.Text}': expected a pattern, CONSTRAINT or INDEX");
        }
    }

    private (string? Name, bool IfNotExists) ParseOptionalName()
    {
        var name = Current.IsName && !(Is("IF") && IsAhead(1, "NOT")) && !Is("FOR") && !Is("ON") ? ParseSchemaName() : null;
        var ifNotExists = false;
        if (Take("IF"))
        {
            ExpectWord("NOT");
            ExpectWord("EXISTS");
            ifNotExists = true;
        }

        return (name, ifNotExists);
    }

    private CreateIndexSyntax ParseCreateIndex(int start, IndexKind kind)
    {
        var (name, ifNotExists) = ParseOptionalName();
        ExpectWord("FOR");
        var (entity, variable, tokens) = ParseSchemaPattern(kind == IndexKind.Lookup);
        ExpectWord("ON");
        ImmutableArray<string> keys = [];
        if (kind == IndexKind.FullText)
        {
            ExpectWord("EACH");
            Expect(TokenKind.LeftBracket, "'['");
            keys = ListOf(() => ParseSchemaProperty(variable));
            Expect(TokenKind.RightBracket, "']' or ','");
        }
        else if (kind == IndexKind.Lookup)
        {
            _ = Take("EACH");
            ExpectName("labels or type");
            Expect(TokenKind.LeftParen, "'('");
            ExpectName("a variable");
            Expect(TokenKind.RightParen, "')'");
        }
        else
        {
            Expect(TokenKind.LeftParen, "'('");
            keys = ListOf(() => ParseSchemaProperty(variable));
            Expect(TokenKind.RightParen, "')' or ','");
        }

        SkipOptions();
        return new CreateIndexSyntax(SpanFrom(start), name, ifNotExists, entity, kind, tokens, keys);
    }

    private CreateConstraintSyntax ParseCreateConstraint(int start)
    {
        var (name, ifNotExists) = ParseOptionalName();
        if (Is("ON"))
        {
            throw _source.Error(Current.Start, "Invalid input 'ON': expected FOR; the form ON ... ASSERT was removed in Cypher 5");
        }

        ExpectWord("FOR");
        var (entity, variable, tokens) = ParseSchemaPattern(isLookup: false);
        ExpectWord("REQUIRE");
        ImmutableArray<string> keys;
        if (Take(TokenKind.LeftParen))
        {
            keys = ListOf(() => ParseSchemaProperty(variable));
            Expect(TokenKind.RightParen, "')' or ','");
        }
        else
        {
            keys = [ParseSchemaProperty(variable)];
        }

        var (kind, propertyType) = ParseConstraintKind();
        SkipOptions();
        return new CreateConstraintSyntax(SpanFrom(start), name, ifNotExists, entity, kind, tokens[0], keys, propertyType);
    }

    private (ConstraintKind Kind, string? PropertyType) ParseConstraintKind()
    {
        if (Kind == TokenKind.DoubleColon)
        {
            _at++;
            return (ConstraintKind.PropertyType, ParsePropertyTypeText());
        }

        ExpectWord("IS");
        if (Take("UNIQUE"))
        {
            return (ConstraintKind.Unique, null);
        }

        if (Take("NOT", "NULL"))
        {
            return (ConstraintKind.Existence, null);
        }

        if (Take("NODE", "KEY") || Take("RELATIONSHIP", "KEY") || Take("REL", "KEY") || Take("KEY"))
        {
            return (ConstraintKind.Key, null);
        }

        if (Take("NODE", "UNIQUE") || Take("RELATIONSHIP", "UNIQUE") || Take("REL", "UNIQUE"))
        {
            return (ConstraintKind.Unique, null);
        }

        if (Take("TYPED") || Take(TokenKind.DoubleColon))
        {
            return (ConstraintKind.PropertyType, ParsePropertyTypeText());
        }

        Fail("UNIQUE, NOT NULL, KEY, NODE KEY, RELATIONSHIP KEY or TYPED");
        return default;
    }

    private string ParsePropertyTypeText()
    {
        var start = Current.Start;
        ParseType();
        return _source.Slice(SpanFrom(start)).ToUpperInvariant();
    }

    private (SchemaEntity Entity, string Variable, ImmutableArray<string> Tokens) ParseSchemaPattern(bool isLookup)
    {
        Expect(TokenKind.LeftParen, "'('");
        if (Take(TokenKind.RightParen))
        {
            Take(TokenKind.Less);
            Expect(TokenKind.Minus, "'-'");
            Expect(TokenKind.LeftBracket, "'['");
            var (variable, types) = ParseSchemaTokens(isLookup);
            Expect(TokenKind.RightBracket, "']'");
            Expect(TokenKind.Minus, "'-'");
            Take(TokenKind.Greater);
            Expect(TokenKind.LeftParen, "'('");
            Expect(TokenKind.RightParen, "')'");
            return (SchemaEntity.Relationship, variable, types);
        }

        var (node, labels) = ParseSchemaTokens(isLookup);
        Expect(TokenKind.RightParen, "')'");
        return (SchemaEntity.Node, node, labels);
    }

    private (string Variable, ImmutableArray<string> Tokens) ParseSchemaTokens(bool isLookup)
    {
        var variable = ExpectName("a variable").Text;
        if (isLookup)
        {
            return (variable, []);
        }

        Expect(TokenKind.Colon, "':'");
        var tokens = ImmutableArray.Create(ExpectName("a label or type").Text);
        while (Take(TokenKind.Pipe))
        {
            tokens = tokens.Add(ExpectName("a label or type").Text);
        }

        return (variable, tokens);
    }

    private string ParseSchemaProperty(string variable)
    {
        var name = ExpectName("a variable");
        if (name.Text != variable)
        {
            throw _source.Error(name.Span.Start, $"Variable `{name.Text}` not defined");
        }

        Expect(TokenKind.Dot, "'.'");
        return ExpectName("a property key").Text;
    }

    /// <summary>Index providers and settings of Neo4j: how it works, not what it answers.</summary>
    private void SkipOptions()
    {
        if (Take("OPTIONS") && Kind != TokenKind.Parameter)
        {
            ParseMap();
        }
        else if (Kind == TokenKind.Parameter)
        {
            _at++;
        }
    }
}
