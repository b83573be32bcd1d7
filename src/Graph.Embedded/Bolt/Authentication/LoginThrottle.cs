namespace Graph.Embedded.Bolt.Authentication;

/// <summary>Closes log-in for a while after wrong passwords in a row. Thread-safe.</summary>
internal sealed class LoginThrottle(int maxFailures, TimeSpan lockTime, TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _failures;
    private long _lastFailure;

    public bool IsOpen()
    {
        lock (_lock)
        {
            return _failures < maxFailures || time.GetElapsedTime(_lastFailure) >= lockTime;
        }
    }

    public void Record(bool isRight)
    {
        lock (_lock)
        {
            _failures = isRight ? 0 : _failures + 1;
            _lastFailure = time.GetTimestamp();
        }
    }
}
