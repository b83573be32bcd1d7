using Graph.Embedded.Activity;
using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Sessions;

/// <summary>A transaction of a session, explicit or of one statement, with the results of it that are open.</summary>
/// <remarks>
/// A statement alone that may write is left to the database, which finds out whether it does: most clients never say that
/// they only read, and reading must not wait for the writer.
/// </remarks>
internal sealed class SessionTransaction : IDisposable
{
    private readonly SessionContext _context;
    private readonly Interruption _interruption;
    private readonly EmbeddedDatabase _database;
    private readonly EmbeddedTransaction? _transaction;
    private readonly ActiveTransaction _active;
    private readonly Dictionary<long, OpenResult> _results = [];
    private long _nextId;

    /// <param name="onStopped">Called, on another thread, when the transaction is stopped from outside.</param>
    public SessionTransaction(
        SessionContext context, ClientConnection connection, Interruption interruption, TransactionSettings settings, bool isExplicit, Action onStopped)
    {
        (_context, _interruption, _database, Settings) = (context, interruption, context.Database(settings.Database), settings);
        var reason = settings.Timeout is null ? StopReason.ServerTimeout : StopReason.ClientTimeout;
        var limit = settings.Timeout ?? context.Options.TransactionTimeout;
        Signal = new StopSignal(limit > TimeSpan.Zero ? limit : null, reason, context.Time, onStopped);
        _active = context.Activity.Begin(settings.Database, connection, settings.Metadata, () => Signal.Stop(StopReason.Terminated));
        try
        {
            interruption.Watch(Signal);
            Signal.ThrowIfStopped();
            _transaction = isExplicit || settings.Mode == AccessMode.Read
                ? _database.BeginTransaction(settings.Mode, settings.Metadata, Signal.Token)
                : null;
        }
        catch (OperationCanceledException) when (Signal.Reason != StopReason.None)
        {
            Dispose();
            throw Signal.ToFailure();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public TransactionSettings Settings { get; }

    public StopSignal Signal { get; }

    public bool HasOpenResults => _results.Count > 0;

    /// <summary>Id of the result opened last, -1 before the first.</summary>
    public long LastId => _nextId - 1;

    public OpenResult Run(string query, MapValue parameters)
    {
        Signal.ThrowIfStopped();
        _context.Activity.Run(_active, query, parameters);
        var result = _transaction is null
            ? _database.Run(query, parameters, Settings.Metadata, Signal.Token)
            : _transaction.Run(query, parameters, Signal.Token);
        if (_transaction is null && result.Summary.Type is not (StatementType.Read or StatementType.System))
        {
            // It is committed, and only its rows are left to send: to fail now would be a lie.
            Signal.EndLimits();
        }

        var open = new OpenResult(result);
        _results.Add(_nextId++, open);
        return open;
    }

    /// <exception cref="CypherException">No such result is open.</exception>
    public OpenResult Find(long id)
    {
        Signal.ThrowIfStopped();
        return _results.TryGetValue(id, out var result)
            ? result
            : throw new CypherException(FailureCodes.InvalidRequest, $"The transaction has no open result {id}: it is fetched to its end, or was never there.");
    }

    public void Close(long id)
    {
        if (_results.Remove(id, out var result))
        {
            result.Dispose();
            _active.Statement = HasOpenResults ? _active.Statement : null;
        }
    }

    /// <summary>Commits and returns the bookmark; results still open are closed.</summary>
    public string Commit()
    {
        Signal.ThrowIfStopped();
        CloseResults();
        _transaction?.Commit();
        return _context.Bookmarks.Next();
    }

    /// <summary>Gives up what it holds in the engine, rolling back what is not committed. Later use tells why it was stopped.</summary>
    public void Release()
    {
        _interruption.Watch(null);
        CloseResults();
        _transaction?.Dispose();
    }

    public void Dispose()
    {
        Release();
        _context.Activity.End(_active);
        Signal.Dispose();
    }

    private void CloseResults()
    {
        foreach (var result in _results.Values)
        {
            result.Dispose();
        }

        _results.Clear();
        _active.Statement = null;
    }
}
