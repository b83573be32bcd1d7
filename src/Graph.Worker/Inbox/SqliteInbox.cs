using System.Runtime.CompilerServices;
using Graph.Model;

namespace Graph.Worker.Inbox;

/// <summary>The inbox as a SQLite file: one process works on it at a time, any number may read its status.</summary>
/// <remarks>
/// Every change is one transaction of a write-ahead log, so the end of the process at any moment loses nothing that was
/// received. What was taken and not settled waits again at the next start; an article during which the process ended
/// <see cref="InboxOptions.MaximumAttempts"/> times is given up, so that one article cannot keep a service from starting.
/// </remarks>
public sealed class SqliteInbox : IInbox
{
    private readonly LedgerTable table;
    private readonly FileStream ownership;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim gate = new(1, 1);
    private TaskCompletionSource changed = NewSignal();

    private SqliteInbox(LedgerTable table, FileStream ownership, TimeProvider time)
    {
        this.table = table;
        this.ownership = ownership;
        this.time = time;
    }

    /// <summary>Opens or creates the inbox for work.</summary>
    /// <exception cref="InboxInUseException">Another process works on it.</exception>
    public static SqliteInbox Open(InboxOptions options, TimeProvider time)
    {
        var path = Path.GetFullPath(options.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        FileStream ownership;
        try
        {
            ownership = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InboxInUseException(options.Path);
        }

        var table = LedgerTable.Open(path);
        table.RecoverTaken(options.MaximumAttempts);
        return new SqliteInbox(table, ownership, time);
    }

    /// <summary>The ledger of a file, without owning it; empty where there is no such file.</summary>
    public static InboxStatus ReadStatus(InboxOptions options)
    {
        if (!File.Exists(options.Path))
        {
            return new InboxStatus(Enum.GetValues<InboxState>().ToDictionary(state => state, _ => 0), []);
        }

        using var table = LedgerTable.Open(Path.GetFullPath(options.Path));
        return table.Status();
    }

    public Task ReceiveAsync(Article article, string origin, CancellationToken cancellationToken) =>
        ChangeAsync(() => table.Receive(article, origin, time.GetUtcNow()), cancellationToken);

    public async IAsyncEnumerable<InboxMessage> TakeAsync(Task until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            // Both are read before the table: a change after it wakes the wait below at once.
            var signal = Volatile.Read(ref changed).Task;
            var isLast = until.IsCompleted;
            var turn = await LockedAsync(() => table.Take(time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
            if (turn.Message is not null)
            {
                yield return turn.Message;
            }
            else if (isLast && turn is { Due: null, HasTaken: false })
            {
                yield break;
            }
            else
            {
                await WaitAsync(signal, isLast ? null : until, turn.Due, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public Task SettleAsync(InboxMessage message, Outcome outcome, CancellationToken cancellationToken) =>
        ChangeAsync(() => table.Settle(message, outcome, time.GetUtcNow()), cancellationToken);

    public Task<InboxStatus> StatusAsync(CancellationToken cancellationToken) => LockedAsync(table.Status, cancellationToken);

    public Task<int> RetryAsync(CancellationToken cancellationToken) => ChangeAsync(table.Revive, cancellationToken);

    public Task<bool> ForgetAsync(string articleId, CancellationToken cancellationToken) =>
        ChangeAsync(() => table.Forget(articleId), cancellationToken);

    public ValueTask DisposeAsync()
    {
        table.ReleaseTaken();
        table.Dispose();
        gate.Dispose();
        return ownership.DisposeAsync();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task WaitAsync(Task signal, Task? until, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> events = [signal];
        if (until is not null)
        {
            events.Add(until);
        }

        if (due is { } moment)
        {
            var delay = moment - time.GetUtcNow();
            events.Add(Task.Delay(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, time, waiting.Token));
        }

        try
        {
            await Task.WhenAny(events).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await waiting.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<T> LockedAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return work();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<T> ChangeAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        var result = await LockedAsync(work, cancellationToken).ConfigureAwait(false);
        Interlocked.Exchange(ref changed, NewSignal()).SetResult();
        return result;
    }
}
