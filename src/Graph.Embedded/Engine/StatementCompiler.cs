using Graph.Embedded.Binding;
using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Planning;
using Graph.Embedded.Procedures;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Engine;

/// <summary>Text to plan: parses, binds and plans a statement for the graph of a transaction.</summary>
/// <param name="isSystem">Whether for the database of the server itself, which takes <see cref="SystemStatements"/> only.</param>
internal sealed class StatementCompiler(TokenTables tokens, ProcedureCatalog procedures, bool isSystem)
{
    /// <exception cref="CypherException">The text is wrong; the error names line and column.</exception>
    public CompiledStatement Compile(string text, StorageTransaction storage)
    {
        var source = new SourceText(text);
        var syntax = Parser.Parse(source);
        if (isSystem)
        {
            SystemStatements.Check(syntax, source);
        }

        if (syntax is not QuerySyntax query)
        {
            return new SchemaStatement(syntax.Mode, syntax);
        }

        var bound = Binder.Bind(query, source, tokens, procedures);
        var plan = QueryPlanner.Plan(bound, storage);
        return new QueryStatement(
            syntax.Mode, TypeOf(bound.Query), plan, bound.Slots, bound.Parameters, bound.Query.Columns, bound.Query.ColumnNames, PlanBasis.Of(storage))
        {
            CommitsInParts = bound.Query.Parts.Any(static part => part.Clauses.Any(static clause => clause is BoundSubqueryCall { Batches: not null })),
        };
    }

    private StatementType TypeOf(BoundQuery query)
    {
        var writes = query.Parts.Any(static part => part.Clauses.Any(EffectTracker.Writes));
        return Calls(query, ProcedureMode.Schema) ? StatementType.Schema
            : writes ? query.Returns ? StatementType.ReadWrite : StatementType.Write
            : isSystem || Calls(query, ProcedureMode.Dbms) ? StatementType.System
            : StatementType.Read;
    }

    private static bool Calls(BoundQuery query, ProcedureMode mode) =>
        query.Parts.Any(part => part.Clauses.Any(clause => clause is BoundProcedureCall call && call.Procedure.Mode == mode));
}
