namespace Graph.Embedded.Bolt.Sessions;

/// <summary>RESET overtakes the messages before it: this is how the thread that receives reaches the one that works. Thread-safe.</summary>
internal sealed class Interruption
{
    private readonly Lock _lock = new();
    private int _pendingResets;
    private StopSignal? _running;
    private StopReason _reasonForAll;

    /// <summary>Whether a RESET has come in that is not yet handled; messages before it are to be ignored.</summary>
    public bool IsPending => Volatile.Read(ref _pendingResets) > 0;

    /// <summary>A RESET has come in.</summary>
    public void ResetReceived()
    {
        lock (_lock)
        {
            _pendingResets++;
            _running?.Stop(StopReason.Reset);
        }
    }

    /// <summary>A RESET is being handled.</summary>
    public void ResetHandled()
    {
        lock (_lock)
        {
            _pendingResets--;
        }
    }

    /// <summary>Stops what runs now.</summary>
    public void Stop(StopReason reason)
    {
        lock (_lock)
        {
            _running?.Stop(reason);
        }
    }

    /// <summary>Stops what runs now or later.</summary>
    public void StopAll(StopReason reason)
    {
        lock (_lock)
        {
            _reasonForAll = reason;
            _running?.Stop(reason);
        }
    }

    /// <summary>Tells what to stop; null for nothing.</summary>
    public void Watch(StopSignal? running)
    {
        lock (_lock)
        {
            _running = running;
            if (_reasonForAll != StopReason.None)
            {
                running?.Stop(_reasonForAll);
            }
            else if (_pendingResets > 0)
            {
                running?.Stop(StopReason.Reset);
            }
        }
    }
}
