using System.Net.Sockets;
using System.Net.WebSockets;
using Graph.Embedded.Bolt.Framing;

namespace Graph.Embedded.Bolt.Connections;

/// <summary>Sends the messages that a session wrote, and signs of life between them.</summary>
internal sealed class MessageSender(Stream stream, TimeProvider time) : IDisposable
{
    /// <summary>Messages are kept together up to this size, for fewer packets; more are sent along the way.</summary>
    private const int MuchBytes = 32 * 1024;

    private const long NotSending = 0;

    /// <summary>A chunk of length zero between messages.</summary>
    private static readonly byte[] EmptyChunk = [0, 0];

    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _sendingSince = NotSending;
    private long _lastSent = time.GetTimestamp();

    public ChunkedOutput Output { get; } = new();

    /// <summary>How long the client has not taken what is being sent; zero where nothing is.</summary>
    public TimeSpan SinceProgress => Volatile.Read(ref _sendingSince) is > NotSending and var since ? time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <exception cref="ConnectionLostException">The client is gone.</exception>
    public ValueTask SendIfMuchAsync() => Output.Pending.Length < MuchBytes ? ValueTask.CompletedTask : SendAsync();

    /// <exception cref="ConnectionLostException">The client is gone.</exception>
    public async ValueTask SendAsync()
    {
        if (!Output.Pending.IsEmpty)
        {
            await _turn.WaitAsync().ConfigureAwait(false);
            await WriteAsync(Output.Pending).ConfigureAwait(false);
            Output.Clear();
        }
    }

    /// <summary>Sends a sign of life where nothing was sent for so long. Does not wait.</summary>
    public void SendSignOfLife(TimeSpan interval)
    {
        if (time.GetElapsedTime(Volatile.Read(ref _lastSent)) >= interval && _turn.Wait(0))
        {
            _ = SwallowAsync(WriteAsync(EmptyChunk));
        }
    }

    public void Dispose()
    {
        Output.Dispose();
        _turn.Dispose();
    }

    /// <summary>Whoever sends next meets the loss itself.</summary>
    private static async Task SwallowAsync(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (ConnectionLostException)
        {
        }
    }

    /// <summary>Writes in turn, which the caller has taken and this gives back.</summary>
    /// <remarks>A WebSocket that broke, as by a frame of no known kind, says that it is not supported to write to it.</remarks>
    private async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            Volatile.Write(ref _sendingSince, Math.Max(1, time.GetTimestamp()));
            await stream.WriteAsync(bytes).ConfigureAwait(false);
            await stream.FlushAsync().ConfigureAwait(false);
            Volatile.Write(ref _lastSent, time.GetTimestamp());
        }
        catch (Exception exception) when (exception is IOException or SocketException or WebSocketException or NotSupportedException
            or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            throw new ConnectionLostException(exception);
        }
        finally
        {
            Volatile.Write(ref _sendingSince, NotSending);
            _turn.Release();
        }
    }
}
