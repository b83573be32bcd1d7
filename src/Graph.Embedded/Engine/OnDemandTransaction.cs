using Graph.Embedded.Values;

namespace Graph.Embedded.Engine;

/// <summary>A transaction that reads until a statement of it writes, and only then waits for the writer before it.</summary>
/// <remarks>
/// Clients say that they write unless told otherwise, and one thread may hold several of their transactions open: were each
/// the writer from its beginning, the second would wait for ever.
/// </remarks>
internal sealed class OnDemandTransaction(EngineDatabase database, EngineTransaction reader) : EmbeddedTransaction
{
    private EngineTransaction? _writer;
    private bool _isFailed;

    public override EmbeddedResult Run(
        string cypher, IReadOnlyDictionary<string, Value>? parameters = null, CancellationToken cancellationToken = default)
    {
        RequireOpen();
        try
        {
            if (_writer is null && reader.Writes(cypher))
            {
                _writer = reader.Succeed(database.Begin(AccessMode.Write, cancellationToken));
            }

            return (_writer ?? reader).Run(cypher, parameters, cancellationToken);
        }
        catch (Storage.StorageException exception)
        {
            _isFailed = true;
            throw StorageErrors.Translate(exception);
        }
        catch
        {
            _isFailed = true;
            throw;
        }
    }

    public override void Commit()
    {
        RequireOpen();
        _writer?.Commit();
        reader.Commit();
    }

    public override void Rollback() => Dispose(true);

    protected override void Dispose(bool disposing)
    {
        _writer?.Dispose();
        reader.Dispose();
    }

    /// <summary>A row that could not be read fails its own part; the other part must not go on either.</summary>
    private void RequireOpen()
    {
        if (_isFailed || reader.IsFailed || _writer is { IsFailed: true })
        {
            throw EngineTransaction.MarkedAsFailed();
        }
    }
}
