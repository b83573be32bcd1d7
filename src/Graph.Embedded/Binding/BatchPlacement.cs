using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

/// <summary>Where <c>CALL {} IN TRANSACTIONS</c> may stand: where nothing that it would commit can still be needed or undone.</summary>
internal sealed class BatchPlacement(SourceText source)
{
    private const string Construct = "CALL { ... } IN TRANSACTIONS";

    /// <exception cref="CypherException">It stands in a UNION, in another subquery or after a clause that writes.</exception>
    public void Check(QuerySyntax query) => Check(query, inCall: false, inBatches: false);

    private void Check(QuerySyntax query, bool inCall, bool inBatches)
    {
        foreach (var part in query.Parts)
        {
            var hasWritten = false;
            foreach (var clause in part.Clauses)
            {
                if (clause is not CallSubquerySyntax call)
                {
                    hasWritten |= Binder.IsUpdate(clause);
                    continue;
                }

                if (call.InTransactions is null)
                {
                    hasWritten |= Binder.HasUpdate(call.Query);
                }
                else
                {
                    RequirePlace(call, isUnion: query.Parts.Length > 1, hasWritten, inCall, inBatches);
                }

                Check(call.Query, inCall || call.InTransactions is null, inBatches || call.InTransactions is not null);
            }
        }
    }

    private void RequirePlace(CallSubquerySyntax call, bool isUnion, bool hasWritten, bool inCall, bool inBatches)
    {
        var problem = inBatches ? $"Nested {Construct} is not supported"
            : inCall ? $"{Construct} nested in a regular CALL is not supported"
            : isUnion ? $"{Construct} in a UNION is not supported"
            : hasWritten ? $"{Construct} after a write clause is not supported"
            : null;
        if (problem is not null)
        {
            throw source.Error(call.Span.Start, problem);
        }
    }
}
