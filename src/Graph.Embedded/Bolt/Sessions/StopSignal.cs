namespace Graph.Embedded.Bolt.Sessions;

/// <summary>Stops a transaction from another thread, once, for the first reason given. Thread-safe.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Action _onStopped;
    private readonly ITimer? _timer;
    private bool _hasLimits = true;
    private bool _isDisposed;

    /// <param name="limit">Time after which it stops by itself; none for no limit.</param>
    /// <param name="limitReason">The reason given then.</param>
    /// <param name="onStopped">Called once after the signal was given.</param>
    public StopSignal(TimeSpan? limit, StopReason limitReason, TimeProvider time, Action onStopped)
    {
        _onStopped = onStopped;
        Token = _cancellation.Token;
        _timer = limit is { } after ? time.CreateTimer(_ => Stop(limitReason), null, after, Timeout.InfiniteTimeSpan) : null;
    }

    public CancellationToken Token { get; }

    public StopReason Reason { get; private set; }

    public void Stop(StopReason reason)
    {
        lock (_lock)
        {
            var isOfTime = reason is StopReason.ClientTimeout or StopReason.ServerTimeout or StopReason.Idle;
            if (_isDisposed || Reason != StopReason.None || (isOfTime && !_hasLimits))
            {
                return;
            }

            Reason = reason;
            _cancellation.Cancel();
        }

        _onStopped();
    }

    /// <summary>From here on no limit of time stops it: what it was to do is done.</summary>
    public void EndLimits()
    {
        lock (_lock)
        {
            _hasLimits = false;
        }
    }

    /// <exception cref="CypherException">The signal was given; the code tells drivers whether to retry.</exception>
    public void ThrowIfStopped()
    {
        if (Reason != StopReason.None)
        {
            throw ToFailure();
        }
    }

    public CypherException ToFailure() => Reason switch
    {
        StopReason.ClientTimeout => new(
            FailureCodes.ClientTimeout, "The transaction took longer than the time that the client gave it, and was rolled back."),
        StopReason.ServerTimeout => new(
            FailureCodes.ServerTimeout, "The transaction took longer than the server allows, and was rolled back: set a time-out of its own."),
        StopReason.Idle => new(
            FailureCodes.ServerTimeout, "The transaction was left open without a message for longer than the server allows, and was rolled back."),
        StopReason.Shutdown => new(FailureCodes.Unavailable, "The server is stopping."),
        StopReason.Terminated => new(FailureCodes.Terminated, "The transaction was terminated by TERMINATE TRANSACTIONS, and was rolled back."),
        _ => new(FailureCodes.Terminated, "The client stopped the transaction."),
    };

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            _isDisposed = true;
        }

        _cancellation.Dispose();
    }
}
