using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;
using Graph.Embedded.Procedures;

namespace Graph.Embedded.Planning;

/// <summary>Decides where rows must be held back so that each clause sees the graph as the clause before it left it.</summary>
/// <remarks>
/// Clauses are defined one after another over all rows: none may see what a later one writes, nor miss what an earlier one
/// does. Pulled row by row they would. So between reading and writing, in either order, all rows are gathered first,
/// except where nothing is read, as in <c>UNWIND $rows AS row CREATE ...</c>.
/// </remarks>
internal sealed class EffectTracker
{
    private bool _reads;
    private bool _writes;

    /// <summary>Whether a clause before wrote.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Whether the rows before the clause must be gathered; call it for each clause in turn.</summary>
    public bool NeedsBarrier(BoundClause clause)
    {
        var (reads, writes) = (Reads(clause), Writes(clause));
        var needs = (writes && _reads) || (reads && _writes);
        if (needs)
        {
            (_reads, _writes) = (false, false);
        }

        _reads |= reads;
        _writes |= writes;
        HasWritten |= writes;
        return needs;
    }

    public static bool Writes(BoundClause clause) => clause switch
    {
        BoundCreate or BoundMerge or BoundSet or BoundDelete or BoundForeach => true,
        BoundSubqueryCall call => call.Query.Parts.Any(static part => part.Clauses.Any(Writes)),
        BoundProcedureCall call => call.Procedure.Mode is ProcedureMode.Write or ProcedureMode.Schema,
        _ => false,
    };

    private static bool Reads(BoundClause clause) => clause switch
    {
        BoundMatch or BoundMerge or BoundProcedureCall => true,
        BoundForeach loop => loop.Updates.Any(Reads) || ClauseExpressions.Of(clause).Any(ReadsGraph),
        BoundSubqueryCall call => call.Query.Parts.Any(static part => part.Clauses.Any(Reads)),
        _ => ClauseExpressions.Of(clause).Any(ReadsGraph),
    };

    /// <summary>Whether an expression may read what a write changes: properties, labels, patterns.</summary>
    private static bool ReadsGraph(Expression expression) => expression.DescendantsAndSelf().Any(static part => part switch
    {
        PropertyExpression property => property.Entity is not null || (property.Target.Type.Kinds & (TypeSet.Node | TypeSet.Relationship)) != 0,
        SubqueryExpression or LabelExpression or GraphCallExpression or IndexExpression or MapProjectionExpression => true,
        _ => false,
    });
}
