using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

internal sealed partial class Binder
{
    private BoundSingleQuery BindSingleQuery(SingleQuerySyntax query, QueryPlace place, bool isOnly)
    {
        CheckComposition(query, place);
        var clauses = new List<BoundClause>();
        IReadOnlyList<Symbol> columns = [];
        for (var i = 0; i < query.Clauses.Length; i++)
        {
            var isStandalone = query.Clauses.Length == 1 && place == QueryPlace.Top && isOnly;
            var clause = query.Clauses[i];
            var isLast = i == query.Clauses.Length - 1;
            BindClause(clause, clauses, isStandalone);
            if (clause is ProjectionSyntax { IsReturn: true } || (isLast && isStandalone && clause is CallProcedureSyntax or ShowSyntax))
            {
                columns = [.. _scope.Locals];
            }

            clauses[^1] = clauses[^1] with { Scope = [.. _scope.Locals] };
        }

        return new BoundSingleQuery(clauses, columns);
    }

    private void BindClause(ClauseSyntax clause, List<BoundClause> clauses, bool isStandalone)
    {
        switch (clause)
        {
            case MatchSyntax match:
                BindMatch(match, clauses);
                break;
            case UnwindSyntax unwind:
                clauses.Add(BindUnwind(unwind));
                break;
            case ProjectionSyntax projection:
                clauses.Add(BindProjection(projection));
                break;
            case FinishSyntax:
                _scope = _scope.Cleared();
                clauses.Add(new BoundFinish());
                break;
            case CallProcedureSyntax call:
                clauses.Add(BindProcedureCall(call, isStandalone));
                break;
            case ShowSyntax show:
                clauses.Add(BindShow(show));
                if (show.Order is not null)
                {
                    clauses[^1] = clauses[^1] with { Scope = [.. _scope.Locals] };
                    clauses.Add(BindProjection(show.Order));
                }

                break;
            case CallSubquerySyntax call:
                clauses.Add(BindSubqueryCall(call));
                break;
            default:
                BindUpdate(clause, clauses);
                break;
        }
    }

    private BoundUnwind BindUnwind(UnwindSyntax unwind)
    {
        var list = Bind(unwind.List);
        var item = list.Type.IsOnly(TypeSet.List) ? list.Type.Item
            : list.Type.MayBe(TypeSet.List) && !list.Type.IsAny ? new StaticType((list.Type.Kinds & ~TypeSet.List) | list.Type.Items)
            : StaticType.Any;

        // An item that is a map may be an entity too, as far as Neo4j tells before running.
        item = item.MayBe(TypeSet.Map) ? item.Or(new StaticType(TypeSet.Node | TypeSet.Relationship)) : item;
        return new BoundUnwind(list, Declare(unwind.Variable, item));
    }

    private void CheckComposition(SingleQuerySyntax query, QueryPlace place)
    {
        for (var i = 0; i + 1 < query.Clauses.Length; i++)
        {
            var (clause, next) = (query.Clauses[i], query.Clauses[i + 1]);
            if (clause is ProjectionSyntax { IsReturn: true } or FinishSyntax)
            {
                throw _source.Error(clause.Span.Start, $"{KeywordOf(clause)} can only be used at the end of the query.");
            }

            if (IsUpdate(clause) && IsReading(next))
            {
                throw _source.Error(next.Span.Start, $"WITH is required between {KeywordOf(clause)} and {KeywordOf(next)}");
            }
        }

        var last = query.Clauses[^1];
        var concludes = last switch
        {
            ProjectionSyntax projection => projection.IsReturn,
            MatchSyntax => place == QueryPlace.Test,
            UnwindSyntax => place == QueryPlace.Test,
            CallProcedureSyntax call => call.Yield.IsDefault || query.Clauses.Length == 1 || place == QueryPlace.Test,
            CallSubquerySyntax call => place == QueryPlace.Test || !Returns(call.Query),
            _ => true,
        };
        if (!concludes)
        {
            throw _source.Error(
                last.Span.Start,
                $"Query cannot conclude with {KeywordOf(last)} (must be a RETURN clause, a FINISH clause, an update clause, a unit subquery call, "
                + "or a procedure call with no YIELD).");
        }
    }

    private static bool Returns(QuerySyntax query) =>
        query.Parts.Any(static part => part.Clauses[^1] is ProjectionSyntax { IsReturn: true });

    public static bool IsUpdate(ClauseSyntax clause) =>
        clause is CreateSyntax or MergeSyntax or SetSyntax or RemoveSyntax or DeleteSyntax or ForeachSyntax;

    private static bool IsReading(ClauseSyntax clause) =>
        clause is MatchSyntax or UnwindSyntax or CallProcedureSyntax or CallSubquerySyntax or ShowSyntax;

    public static string KeywordOf(ClauseSyntax clause) => clause switch
    {
        MatchSyntax match => match.IsOptional ? "OPTIONAL MATCH" : "MATCH",
        UnwindSyntax => "UNWIND",
        ProjectionSyntax projection => projection.IsReturn ? "RETURN" : "WITH",
        FinishSyntax => "FINISH",
        CallProcedureSyntax or CallSubquerySyntax => "CALL",
        CreateSyntax => "CREATE",
        MergeSyntax => "MERGE",
        SetSyntax => "SET",
        RemoveSyntax => "REMOVE",
        DeleteSyntax delete => delete.IsDetach ? "DETACH DELETE" : "DELETE",
        ForeachSyntax => "FOREACH",
        _ => "SHOW",
    };
}
