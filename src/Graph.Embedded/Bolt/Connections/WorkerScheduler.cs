namespace Graph.Embedded.Bolt.Connections;

/// <summary>Runs the work of sessions on threads of its own, started when needed and ended when long unused.</summary>
/// <remarks>
/// Statements keep their thread busy, and writers wait for each other. On the thread pool of the process a few of them
/// would hold up everything else, the reading of the RESET that is to stop them included. A transaction that others wait
/// for must always get a thread for its COMMIT, so there may be as many threads as connections.
/// </remarks>
internal sealed class WorkerScheduler(int maxThreads) : TaskScheduler, IDisposable
{
    private static readonly TimeSpan UnusedTime = TimeSpan.FromSeconds(30);

    private readonly object _lock = new();
    private readonly Queue<Task> _tasks = new();
    private int _threads;
    private int _waiting;
    private bool _isDisposed;

    public override int MaximumConcurrencyLevel => maxThreads;

    /// <summary>Lets threads end as soon as no task is left.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            Monitor.PulseAll(_lock);
        }
    }

    protected override void QueueTask(Task task)
    {
        lock (_lock)
        {
            _tasks.Enqueue(task);
            if (_waiting >= _tasks.Count)
            {
                Monitor.Pulse(_lock);
                return;
            }

            if (_threads == maxThreads)
            {
                return;
            }

            _threads++;
        }

        new Thread(Work) { IsBackground = true, Name = "Bolt worker" }.Start();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_lock)
        {
            return [.. _tasks];
        }
    }

    private void Work()
    {
        while (TakeTask() is { } task)
        {
            TryExecuteTask(task);
        }
    }

    /// <summary>The next task; null where the thread is to end.</summary>
    private Task? TakeTask()
    {
        lock (_lock)
        {
            while (_tasks.Count == 0)
            {
                _waiting++;
                var isPulsed = !_isDisposed && Monitor.Wait(_lock, UnusedTime);
                _waiting--;
                if (!isPulsed && _tasks.Count == 0)
                {
                    _threads--;
                    return null;
                }
            }

            return _tasks.Dequeue();
        }
    }
}
