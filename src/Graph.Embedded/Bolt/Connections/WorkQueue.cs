using System.Threading.Channels;

namespace Graph.Embedded.Bolt.Connections;

/// <summary>Between the reader of a connection and its session; bounds what a client can make the server keep.</summary>
internal sealed class WorkQueue(int maxItems, long maxBytes) : IDisposable
{
    private readonly Channel<WorkItem> _items = Channel.CreateUnbounded<WorkItem>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim _taken = new(0);
    private int _count;
    private long _bytes;

    public bool IsEmpty => Volatile.Read(ref _count) == 0;

    private bool HasRoom => Volatile.Read(ref _count) < maxItems && Interlocked.Read(ref _bytes) < maxBytes;

    /// <summary>False once the queue is completed.</summary>
    public bool TryAdd(WorkItem item)
    {
        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _bytes, item.Bytes);
        return _items.Writer.TryWrite(item);
    }

    /// <summary>No item comes after those added.</summary>
    public void Complete() => _items.Writer.TryComplete();

    /// <summary>The next item, which counts until <see cref="Done"/>; null where none comes any more.</summary>
    public async ValueTask<WorkItem?> TakeAsync()
    {
        // No ConfigureAwait: the caller's scheduler runs what follows.
        while (await _items.Reader.WaitToReadAsync())
        {
            if (_items.Reader.TryRead(out var item))
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>An item taken is dealt with.</summary>
    public void Done(WorkItem item)
    {
        Interlocked.Decrement(ref _count);
        Interlocked.Add(ref _bytes, -item.Bytes);
        if (_taken.CurrentCount == 0)
        {
            _taken.Release();
        }
    }

    /// <summary>Waits until there is room, or with <paramref name="all"/> until nothing is left; for the one thread that adds messages.</summary>
    public async ValueTask WaitForRoomAsync(bool all, CancellationToken cancellationToken)
    {
        while (all ? !IsEmpty : !HasRoom)
        {
            await _taken.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _taken.Dispose();
}
