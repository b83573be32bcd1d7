using Graph.Embedded.Activity;
using Graph.Embedded.Bolt.Messages;
using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Sessions;

/// <summary>Transactions, statements and their rows: the part of a session that uses the engine.</summary>
internal sealed class Work(
    SessionContext context, ClientConnection connection, Interruption interruption, ResponseWriter responses, Action onStopped, Func<ValueTask> flush) : IDisposable
{
    private const long AllRows = -1;
    private const long LastResult = -1;

    private SessionTransaction? _transaction;

    public bool HasTransaction => _transaction is not null;

    /// <summary>Takes a message; returns the state after it.</summary>
    /// <exception cref="ProtocolViolationException">The message does not fit the state.</exception>
    public async ValueTask<SessionState> HandleAsync(Request request, SessionState state, NotificationFilter notifications)
    {
        switch (request, state)
        {
            case (BeginRequest begin, SessionState.Ready):
                Open(begin.Extra, notifications, isExplicit: true);
                responses.WriteSuccess(MapValue.Empty);
                return SessionState.TransactionReady;
            case (RunRequest run, SessionState.Ready):
                Open(run.Extra, notifications, isExplicit: false);
                Run(run, isExplicit: false);
                return SessionState.Streaming;
            case (RunRequest run, SessionState.TransactionReady or SessionState.TransactionStreaming):
                Run(run, isExplicit: true);
                return SessionState.TransactionStreaming;
            case (FetchRequest fetch, SessionState.Streaming):
                return await FetchAsync(fetch, isExplicit: false) ? SessionState.Streaming : SessionState.Ready;
            case (FetchRequest fetch, SessionState.TransactionStreaming):
                await FetchAsync(fetch, isExplicit: true);
                return _transaction!.HasOpenResults ? SessionState.TransactionStreaming : SessionState.TransactionReady;
            case (CommitRequest, SessionState.TransactionReady or SessionState.TransactionStreaming):
                var bookmark = _transaction!.Commit();
                End();
                responses.WriteSuccess(new MapBuilder().Add("bookmark", bookmark).ToMap());
                return SessionState.Ready;
            case (RollbackRequest, SessionState.TransactionReady or SessionState.TransactionStreaming):
                _transaction!.Signal.ThrowIfStopped();
                End();
                responses.WriteSuccess(MapValue.Empty);
                return SessionState.Ready;
            default:
                throw new ProtocolViolationException($"The message {request.Name} cannot be taken in the state {state}.");
        }
    }

    /// <summary>The failure to tell the client; that of the stop signal where one was given, whatever the engine made of it.</summary>
    public CypherException Explain(Exception exception) => (_transaction, exception) switch
    {
        ({ Signal.Reason: not StopReason.None } stopped, _) => stopped.Signal.ToFailure(),
        (_, CypherException failure) => failure,
        _ => new CypherException(
            FailureCodes.Unknown, "The server failed in an unforeseen way; its log says more.", innerException: exception),
    };

    public void ReleaseStopped()
    {
        if (_transaction is { Signal.Reason: not StopReason.None })
        {
            _transaction.Release();
        }
    }

    /// <summary>Ends the open transaction, rolling back what is not committed; without effect where none is open.</summary>
    public void End()
    {
        _transaction?.Dispose();
        _transaction = null;
    }

    public void Dispose() => End();

    private void Open(MapValue extra, NotificationFilter notifications, bool isExplicit)
    {
        var settings = TransactionSettings.Read(extra, notifications);
        _transaction = new SessionTransaction(context, connection, interruption, settings, isExplicit, onStopped);
    }

    private void Run(RunRequest run, bool isExplicit)
    {
        var start = context.Time.GetTimestamp();
        var result = _transaction!.Run(run.Query, run.Parameters);
        var metadata = new MapBuilder()
            .Add("t_first", (long)context.Time.GetElapsedTime(start).TotalMilliseconds)
            .Add("fields", Value.List(result.Columns.Select(Value.Of)));
        if (isExplicit)
        {
            metadata.Add("qid", _transaction.LastId);
        }

        responses.WriteSuccess(metadata.ToMap());
    }

    /// <summary>Sends rows, or passes over them; whether more are left.</summary>
    private async ValueTask<bool> FetchAsync(FetchRequest fetch, bool isExplicit)
    {
        var start = context.Time.GetTimestamp();
        var id = IntegerIn(fetch, "qid", LastResult);
        id = id == LastResult ? _transaction!.LastId : id;
        var result = _transaction!.Find(id);
        var left = IntegerIn(fetch, "n", null);
        if (left is not (AllRows or > 0))
        {
            throw new CypherException(FailureCodes.InvalidRequest, $"n is {left}: it must be positive, or -1 for all rows.");
        }

        var isSkippingAll = fetch.IsDiscard && left == AllRows && result.Summary.Type == StatementType.Read;
        while (!isSkippingAll && result.MoveToRow())
        {
            if (left == 0)
            {
                responses.WriteSuccess(new MapBuilder().Add("has_more", Value.True).ToMap());
                return true;
            }

            if (fetch.IsDiscard)
            {
                result.SkipRow();
            }
            else
            {
                result.TakeRow(responses);
                await flush();
            }

            left -= left == AllRows ? 0 : 1;
            _transaction.Signal.ThrowIfStopped();
        }

        Complete(result, id, start, isExplicit);
        return false;
    }

    private void Complete(OpenResult result, long id, long start, bool isExplicit)
    {
        var transaction = _transaction!;
        var metadata = new MapBuilder();
        var summary = result.Summary;
        transaction.Close(id);
        if (!isExplicit)
        {
            metadata.Add("bookmark", transaction.Commit());
            End();
        }

        SummaryMetadata.Add(metadata, summary, transaction.Settings.Notifications);
        metadata
            .Add("t_last", (long)context.Time.GetElapsedTime(start).TotalMilliseconds)
            .Add("db", transaction.Settings.Database);
        responses.WriteSuccess(metadata.ToMap());
    }

    private static long IntegerIn(FetchRequest fetch, string key, long? fallback)
    {
        var value = fetch.Extra.Find(key);
        return value switch
        {
            { Kind: ValueKind.Integer } => value.AsInteger,
            { IsNull: true } when fallback is { } given => given,
            _ => throw new CypherException(FailureCodes.InvalidRequest, $"{fetch.Name} has {value} as {key}: it must be an integer."),
        };
    }
}
