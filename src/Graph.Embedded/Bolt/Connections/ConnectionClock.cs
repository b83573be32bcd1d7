namespace Graph.Embedded.Bolt.Connections;

/// <summary>When a connection last did something. Thread-safe.</summary>
internal sealed class ConnectionClock(TimeProvider time)
{
    private long _active = time.GetTimestamp();
    private long _authenticated = time.GetTimestamp();

    /// <summary>Since a message came in or was dealt with.</summary>
    public TimeSpan SinceActive => time.GetElapsedTime(Volatile.Read(ref _active));

    /// <summary>Since the client was last logged in, or else connected.</summary>
    public TimeSpan SinceAuthenticated => time.GetElapsedTime(Volatile.Read(ref _authenticated));

    public void MarkActive() => Volatile.Write(ref _active, time.GetTimestamp());

    public void MarkAuthenticated() => Volatile.Write(ref _authenticated, time.GetTimestamp());
}
