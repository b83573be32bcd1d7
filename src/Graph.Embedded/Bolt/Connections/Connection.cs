using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Authentication;
using Graph.Embedded.Activity;
using Graph.Embedded.Bolt.Framing;
using Graph.Embedded.Bolt.Handshake;
using Graph.Embedded.Bolt.Messages;
using Graph.Embedded.Bolt.PackStream;
using Graph.Embedded.Bolt.Sessions;
using Graph.Embedded.Bolt.Transport;

namespace Graph.Embedded.Bolt.Connections;

/// <summary>A client's connection: one loop reads its messages, another, among the workers, answers them.</summary>
internal sealed class Connection : IDisposable
{
    private const byte ResetStructure = 0xB0;

    private readonly ConnectionServices _services;
    private readonly Socket _socket;
    private readonly ClientConnection _client;
    private readonly ClientTransport _transport;
    private readonly WorkQueue _queue;
    private readonly Interruption _interruption = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly ConnectionClock _clock;
    private Session? _session;
    private MessageSender? _sender;

    public Connection(Socket socket, string id, ConnectionServices services)
    {
        (_socket, _services) = (socket, services);
        _client = new ClientConnection(id, services.Time.GetUtcNow(), services.AddressOf(socket), ConnectionServices.ClientAddressOf(socket), Abort);
        _transport = new ClientTransport(socket, services.Gateway, services.Options.Tls);
        _queue = new WorkQueue(services.Options.MaxWaitingMessages, services.Options.MaxMessageBytes);
        _clock = new ConnectionClock(services.Time);
    }

    /// <summary>Serves the client until either side ends it. Never fails: whatever a client does ends its connection only.</summary>
    public async Task RunAsync()
    {
        try
        {
            var isEndedByClient = await ServeAsync().ConfigureAwait(false);
            if (!isEndedByClient)
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), _services.Time);
                await _transport.LingerAsync(patience.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (IsOfTheNetwork(exception))
        {
            // The client went away, or what it sent was no TLS, WebSocket or Bolt.
        }
        catch (Exception exception)
        {
            _services.Options.OnUnexpectedFailure(exception);
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends the connection as soon as no transaction is open.</summary>
    public void Drain()
    {
        if (_session is null || !_queue.TryAdd(new DrainItem()))
        {
            Abort();
        }
    }

    /// <summary>Stops what runs and refuses what comes.</summary>
    public void Stop() => _interruption.StopAll(StopReason.Shutdown);

    /// <summary>Closes the connection at once.</summary>
    public void Abort()
    {
        _interruption.StopAll(StopReason.Disconnected);
        _socket.Dispose();
    }

    /// <summary>Acts on the limits of time; called every second.</summary>
    public void CheckTime()
    {
        var options = _services.Options;
        if (_session is not { IsAuthenticated: true })
        {
            if (_clock.SinceAuthenticated > options.UnauthenticatedTimeout)
            {
                Abort();
            }
        }
        else if (_sender!.SinceProgress > options.IdleTimeout || (_queue.IsEmpty && _clock.SinceActive > options.IdleTimeout))
        {
            Abort();
        }
        else if (!_queue.IsEmpty)
        {
            _sender.SendSignOfLife(options.KeepAliveInterval);
        }
        else if (_clock.SinceActive > options.TransactionIdleTimeout)
        {
            _interruption.Stop(StopReason.Idle);
        }
    }

    public void Dispose()
    {
        _session?.Dispose();
        _sender?.Dispose();
        _queue.Dispose();
        _closing.Dispose();
        _socket.Dispose();
    }

    /// <remarks>A WebSocket that broke says that it is not supported to read from it, or to write to it.</remarks>
    private static bool IsOfTheNetwork(Exception exception) => exception is IOException or SocketException or ObjectDisposedException
        or NotSupportedException or OperationCanceledException or AuthenticationException or WebSocketException or PackStreamException or ConnectionLostException;

    /// <summary>Whether the client ended the connection.</summary>
    private async Task<bool> ServeAsync()
    {
        if (await _transport.OpenAsync(_closing.Token).ConfigureAwait(false) is not { } stream)
        {
            return false;
        }

        using var frames = new FrameReader(stream);
        if (await new BoltHandshake(stream, frames).NegotiateAsync(_closing.Token).ConfigureAwait(false) is not { } version)
        {
            return false;
        }

        _sender = new MessageSender(stream, _services.Time);
        var form = version.Major < 5 ? StructureForm.Legacy : StructureForm.Modern;
        _session = new Session(
            _services.Sessions, _client, _interruption, version, new ResponseWriter(_sender.Output, form),
            onStopped: () => _queue.TryAdd(new TransactionStoppedItem()), _sender.SendIfMuchAsync);
        _services.Sessions.Activity.Open(_client);
        var work = Task.Factory.StartNew(
            WorkAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, _services.Scheduler).Unwrap();
        try
        {
            return await ReadAsync(frames).ConfigureAwait(false);
        }
        finally
        {
            _queue.Complete();
            _services.Sessions.Activity.Close(_client);
            await work.ConfigureAwait(false);
        }
    }

    /// <summary>Reads messages until the connection ends; whether the client ended it.</summary>
    private async Task<bool> ReadAsync(FrameReader frames)
    {
        try
        {
            while (await frames.ReadAsync(MaxMessageBytes, _closing.Token).ConfigureAwait(false) is { } frame)
            {
                _clock.MarkActive();
                if (frame.Bytes is [ResetStructure, MessageTag.Reset] && _session!.IsAuthenticated)
                {
                    _interruption.ResetReceived();
                }

                _queue.TryAdd(new MessageItem(frame));

                // Before log-in one message at a time: what may come next depends on it.
                await _queue.WaitForRoomAsync(all: !_session!.IsAuthenticated, _closing.Token).ConfigureAwait(false);
            }
        }
        catch (PackStreamException malformed)
        {
            _queue.TryAdd(new MalformedItem(malformed.Message));
            return false;
        }
        catch (Exception exception) when (IsOfTheNetwork(exception))
        {
            _interruption.StopAll(StopReason.Disconnected);
            return !_closing.IsCancellationRequested;
        }

        _interruption.StopAll(StopReason.Disconnected);
        return true;
    }

    private int MaxMessageBytes => _session!.IsAuthenticated
        ? _services.Options.MaxMessageBytes
        : _services.Options.MaxUnauthenticatedMessageBytes;

    // No ConfigureAwait here: after each await the work goes on among the workers.
    private async Task WorkAsync()
    {
        try
        {
            var isDraining = false;
            while (await _queue.TakeAsync() is { } item)
            {
                await HandleAsync(item);
                _queue.Done(item);
                isDraining |= item is DrainItem;
                _clock.MarkActive();
                if (_session!.IsAuthenticated)
                {
                    _clock.MarkAuthenticated();
                }

                var isLast = _session.State == SessionState.Defunct || (isDraining && !_session.HasTransaction);
                if (_queue.IsEmpty || isLast)
                {
                    await _sender!.SendAsync();
                }

                if (isLast)
                {
                    break;
                }
            }
        }
        finally
        {
            _session!.Dispose();
            _queue.Complete();
            await _closing.CancelAsync();
        }
    }

    private async ValueTask HandleAsync(WorkItem item)
    {
        switch (item)
        {
            case MessageItem { Frame: var frame }:
                try
                {
                    await _session!.HandleAsync(frame.Memory);
                }
                finally
                {
                    frame.Return();
                }

                break;
            case MalformedItem { Reason: var reason }:
                _session!.Close(reason);
                break;
            case TransactionStoppedItem:
                _session!.ReleaseStopped();
                break;
        }
    }

    private async Task CloseAsync()
    {
        try
        {
            await _transport.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOfTheNetwork(exception))
        {
            // It was closed already.
        }

        Dispose();
    }
}
