using Graph.Embedded.Storage.Files;
using Graph.Embedded.Storage.Schema;

namespace Graph.Embedded.Storage.Log;

/// <summary>Makes commits durable in groups: whoever comes first writes and syncs for all that wait.</summary>
/// <remarks>
/// A commit is accepted in order, so that the next writer can go on from it while it is written; it is published, which
/// is when readers see it, only once it is synced. When a group fails, everything accepted after it fails too, and the
/// newest version is again the published one.
/// </remarks>
internal sealed class CommitQueue(IStorageDevice device, LogWriter log, GraphState recovered, TokenTables tokens) : IDisposable
{
    private readonly Lock _accepting = new();
    private readonly Lock _flushing = new();
    private List<PendingCommit> _waiting = [];
    private GraphState _newest = recovered;
    private volatile GraphState _published = recovered;
    private TokenCounts _acceptedTokens = TokenCounts.Of(tokens);
    private TokenCounts _durableTokens = TokenCounts.Of(tokens);
    private StorageException? _refusal;
    private StorageException? _lastFailure;

    /// <summary>What readers see.</summary>
    public GraphState Published => _published;

    /// <summary>Rises with every failed group: a writer that began before it must not commit.</summary>
    public int Failures { get; private set; }

    public long LogLength => log.Length;

    /// <summary>What the next writer builds on, and the count of failures it must find unchanged when it commits.</summary>
    /// <exception cref="StorageException">The store takes no more writes.</exception>
    public (GraphState State, int Failures) Basis()
    {
        lock (_accepting)
        {
            return _refusal is null ? (_newest, Failures) : throw StoreErrors.Refusing(_refusal);
        }
    }

    /// <summary>Takes a commit in; the next writer may begin.</summary>
    public PendingCommit Accept(GraphState state, ChangeLog changes, int failures)
    {
        lock (_accepting)
        {
            if (failures != Failures)
            {
                throw StoreErrors.BuiltOnFailed(_lastFailure!);
            }

            state.Sequence = _newest.Sequence + 1;
            var count = TokenCounts.Of(tokens);
            changes.AddTokens(tokens, _acceptedTokens, count);
            _acceptedTokens = count;
            var commit = new PendingCommit(state, changes, count);
            _waiting.Add(commit);
            _newest = state;
            return commit;
        }
    }

    /// <summary>Returns when the commit is durable and visible.</summary>
    /// <exception cref="StorageException">It was not written, and nothing of it is seen.</exception>
    public void Flush(PendingCommit commit)
    {
        lock (_flushing)
        {
            if (!commit.IsDone)
            {
                FlushWaiting();
            }
        }

        if (commit.Failure is { } failure)
        {
            throw new StorageException(failure.Kind, failure.Message, failure);
        }
    }

    /// <summary>Returns when everything accepted so far is durable: what a writer without changes may have read.</summary>
    /// <exception cref="StorageException">Something it may have read was not written.</exception>
    public void Settle(int failures)
    {
        lock (_flushing)
        {
            FlushWaiting();
            if (failures != Failures)
            {
                throw StoreErrors.BuiltOnFailed(_lastFailure!);
            }
        }
    }

    /// <summary>Begins a new log file and gives back the version that the files before it lead to.</summary>
    public GraphState Rotate()
    {
        lock (_flushing)
        {
            ThrowIfRefusing();
            try
            {
                log.Rotate(_published.Sequence + 1);
                return _published;
            }
            catch (StorageException e)
            {
                throw Refuse(e);
            }
        }
    }

    /// <summary>Notes that nothing is missing at the end of the log, so that damage there is known for what it is.</summary>
    public void WriteCloseNote()
    {
        lock (_flushing)
        {
            if (_refusal is null && log.Length > FileHeader.Size)
            {
                log.Append(new ChangeLog().Record, _published.Sequence, _published.Sequence);
                log.Sync();
            }
        }
    }

    public void Dispose() => log.Dispose();

    private void FlushWaiting()
    {
        List<PendingCommit> group;
        lock (_accepting)
        {
            (group, _waiting) = (_waiting, []);
        }

        if (group.Count == 0)
        {
            return;
        }

        var failure = Write(group);
        if (failure is null)
        {
            _published = group[^1].State;
            _durableTokens = group[^1].Tokens;
        }
        else
        {
            lock (_accepting)
            {
                Failures++;
                _lastFailure = failure;
                group.AddRange(_waiting);
                _waiting = [];
                _newest = _published;
                _acceptedTokens = _durableTokens;
            }
        }

        foreach (var commit in group)
        {
            commit.Complete(failure);
        }
    }

    private StorageException? Write(List<PendingCommit> group)
    {
        if (_refusal is not null)
        {
            return StoreErrors.Refusing(_refusal);
        }

        var mark = log.Mark();
        try
        {
            foreach (var commit in group)
            {
                log.Append(commit.Changes.Record, commit.State.Sequence, _published.Sequence);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return TakeBack(mark, e);
        }
        catch (Exception e)
        {
            return Refuse(StoreErrors.NotSynced(device, log.FileName, e));
        }

        try
        {
            log.Sync();
            return null;
        }
        catch (Exception e)
        {
            // The system may have dropped the unsynced bytes and forgotten the error: trying again could report success
            // for a commit that is not there.
            return Refuse(StoreErrors.NotSynced(device, log.FileName, e));
        }
    }

    // A record left behind whole would come back to life at the next recovery.
    private StorageException TakeBack((long End, uint Previous) mark, Exception cause)
    {
        try
        {
            log.Rewind(mark);
            return StoreErrors.NotWritten(device, log.FileName, cause);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(StoreErrors.NotSynced(device, log.FileName, e));
        }
    }

    private StorageException Refuse(StorageException failure)
    {
        lock (_accepting)
        {
            _refusal = failure;
        }

        return failure;
    }

    private void ThrowIfRefusing()
    {
        if (_refusal is not null)
        {
            throw StoreErrors.Refusing(_refusal);
        }
    }
}
