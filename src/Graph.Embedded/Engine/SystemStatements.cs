using Graph.Embedded.Binding;
using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Engine;

/// <summary>What the database of the server itself takes: SHOW and TERMINATE, and CALL with at most YIELD and RETURN.</summary>
internal static class SystemStatements
{
    private const string Code = "Neo.ClientError.Statement.SemanticError";

    /// <exception cref="CypherException">The statement is for a database with a graph.</exception>
    public static void Check(StatementSyntax syntax, SourceText source)
    {
        if (syntax is not QuerySyntax { Parts: [var part] } || part.Clauses is [ProjectionSyntax, ..])
        {
            throw source.Error(Code, syntax.Span.Start, "Not a recognised system command or procedure: it can only be executed in a database with a graph, such as neo4j");
        }

        var (refused, schema) = (Refused(part), Schema(part));
        if (refused is not null)
        {
            throw source.Error(
                Code, refused.Span.Start,
                $"The system database holds no graph: it takes SHOW, and CALL with YIELD and RETURN, but not {Binder.KeywordOf(refused)}");
        }

        if (schema is not null)
        {
            throw source.Error(Code, schema.Span.Start, $"{schema.Command} is not allowed on the system database, which has no schema");
        }
    }

    private static ClauseSyntax? Refused(SingleQuerySyntax part) => part.Clauses.FirstOrDefault(static clause =>
        clause is not (ShowSyntax or CallProcedureSyntax or ProjectionSyntax { IsReturn: true }));

    private static ShowSyntax? Schema(SingleQuerySyntax part) =>
        part.Clauses.OfType<ShowSyntax>().FirstOrDefault(static show => show.Command is "SHOW INDEXES" or "SHOW CONSTRAINTS");
}
