using Graph.Embedded.Values;

namespace Graph.Embedded.Engine;

/// <summary>A result with a transaction of its own: a write is committed before its first row is given; disposing ends the transaction.</summary>
internal sealed class AutoCommitResult : EmbeddedResult
{
    private readonly EmbeddedTransaction _transaction;
    private readonly EmbeddedResult _result;

    public AutoCommitResult(
        EmbeddedTransaction transaction, bool commits, string cypher, IReadOnlyDictionary<string, Value>? parameters,
        CancellationToken cancellationToken)
    {
        _transaction = transaction;
        try
        {
            _result = transaction.Run(cypher, parameters, cancellationToken);
            if (commits)
            {
                transaction.Commit();
            }
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string> Columns => _result.Columns;

    public override ReadOnlySpan<Value> Current => _result.Current;

    public override ResultSummary Summary => _result.Summary;

    public override bool MoveNext()
    {
        if (_result.MoveNext())
        {
            return true;
        }

        _transaction.Dispose();
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        _result.Dispose();
        _transaction.Dispose();
    }
}
