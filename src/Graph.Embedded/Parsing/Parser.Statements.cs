using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
    private StatementSyntax ParseStatement()
    {
        var mode = ParsePrefix();
        if (Kind == TokenKind.End)
        {
            throw _source.Error(0, "Unexpected end of input: expected a query such as MATCH ... RETURN ...");
        }

        RefuseAdministration();
        var statement = TryParseSchemaCommand() ?? ParseQuery();
        Take(TokenKind.Semicolon);
        if (Kind != TokenKind.End)
        {
            Fail("a clause or the end of the query");
        }

        return statement with { Mode = mode };
    }

    private StatementMode ParsePrefix()
    {
        var mode = StatementMode.Run;
        while (true)
        {
            if (Is("EXPLAIN"))
            {
                (mode, _at) = (StatementMode.Explain, _at + 1);
            }
            else if (Is("PROFILE"))
            {
                (mode, _at) = (StatementMode.Profile, _at + 1);
            }
            else if (Take("CYPHER"))
            {
                SkipPreparserOptions();
            }
            else
            {
                return mode;
            }
        }
    }

    /// <summary><c>CYPHER 5 runtime=slotted ...</c>: the version must be 5; options choose how Neo4j works, not what it answers.</summary>
    private void SkipPreparserOptions()
    {
        if (Kind is TokenKind.Integer or TokenKind.Float)
        {
            var version = Next();
            if (version.Text != "5")
            {
                throw _source.Error(version.Start, $"Unsupported Cypher version '{version.Text}': this engine speaks Cypher 5");
            }
        }

        while (Current.IsName && Ahead(1).Kind == TokenKind.Equal)
        {
            _at += 3;
        }
    }

    private QuerySyntax ParseQuery()
    {
        GuardDepth();
        var start = Current.Start;
        var parts = ImmutableArray.CreateBuilder<SingleQuerySyntax>();
        var keepsDuplicates = ImmutableArray.CreateBuilder<bool>();
        parts.Add(ParseSingleQuery());
        while (Take("UNION"))
        {
            keepsDuplicates.Add(Take("ALL"));
            if (!keepsDuplicates[^1])
            {
                Take("DISTINCT");
            }

            parts.Add(ParseSingleQuery());
        }

        _depth--;
        return new QuerySyntax(SpanFrom(start), parts.ToImmutable(), keepsDuplicates.ToImmutable());
    }

    private SingleQuerySyntax ParseSingleQuery()
    {
        var start = Current.Start;
        if (Take("USE"))
        {
            ParseGraphReference();
        }

        var clauses = ImmutableArray.CreateBuilder<ClauseSyntax>();
        while (TryParseClause() is { } clause)
        {
            clauses.Add(clause);
        }

        if (clauses.Count == 0)
        {
            Fail("a clause such as MATCH, CREATE, CALL, UNWIND, WITH or RETURN");
        }

        return new SingleQuerySyntax(SpanFrom(start), clauses.ToImmutable());
    }

    /// <summary>There is one graph; <c>USE neo4j</c> names it.</summary>
    private void ParseGraphReference()
    {
        var name = ExpectName("a graph name");
        if (Kind == TokenKind.Dot || !name.Text.Equals("neo4j", StringComparison.OrdinalIgnoreCase))
        {
            throw _source.Error(
                "Neo.ClientError.Database.DatabaseNotFound", name.Span.Start, $"Graph not found: {name.Text}; there is one graph, neo4j");
        }
    }
}
