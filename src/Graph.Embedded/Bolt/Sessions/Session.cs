using Graph.Embedded.Activity;
using Graph.Embedded.Bolt.Handshake;
using Graph.Embedded.Bolt.Messages;
using Graph.Embedded.Bolt.PackStream;
using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Sessions;

/// <summary>One client's way through the protocol: takes its messages in turn, writes the answers.</summary>
/// <remarks>
/// One thread at a time. Awaits only where answers are sent along the way, and then goes on in the scheduler it was called
/// in, since what follows may keep a thread busy.
/// </remarks>
internal sealed class Session : IDisposable
{
    private readonly SessionContext _context;
    private readonly Interruption _interruption;
    private readonly RequestReader _requests;
    private readonly ResponseWriter _responses;
    private readonly Login _login;
    private readonly Work _work;

    /// <param name="onStopped">Called, on another thread, when the open transaction is stopped from outside; <see cref="ReleaseStopped"/> is then to be called in turn.</param>
    /// <param name="flush">Sends what is written where it has become much.</param>
    public Session(
        SessionContext context, ClientConnection connection, Interruption interruption, BoltVersion version, ResponseWriter responses, Action onStopped, Func<ValueTask> flush)
    {
        (_context, _interruption, _responses) = (context, interruption, responses);
        _requests = new RequestReader(version);
        _login = new Login(context, version, connection);
        _work = new Work(context, connection, interruption, responses, onStopped, flush);
    }

    public SessionState State { get; private set; } = SessionState.Negotiation;

    /// <summary>Whether it has logged in; read by other threads.</summary>
    public bool IsAuthenticated => State >= SessionState.Ready;

    public bool HasTransaction => _work.HasTransaction;

    /// <summary>Takes a message. Whatever it is, the answer is written and no exception leaves but that of a lost connection.</summary>
    public async ValueTask HandleAsync(ReadOnlyMemory<byte> message)
    {
        try
        {
            await HandleAsync(_requests.Read(message.Span));
        }
        catch (PackStreamException malformed)
        {
            Close(malformed.Message);
        }
        catch (ProtocolViolationException violation)
        {
            Close(violation.Message);
        }
        catch (ConnectionLostException)
        {
            throw;
        }
        catch (Exception exception)
        {
            Fail(_work.Explain(exception));
        }
    }

    /// <summary>Takes what cannot be a message: says why and ends the session.</summary>
    public void Close(string reason)
    {
        _work.End();
        _responses.WriteFailure(FailureCodes.InvalidRequest, reason);
        State = SessionState.Defunct;
    }

    /// <summary>Gives up what a stopped transaction holds, so that others need not wait until the client speaks.</summary>
    public void ReleaseStopped() => _work.ReleaseStopped();

    public void Dispose() => _work.Dispose();

    private async ValueTask HandleAsync(Request request)
    {
        switch (request)
        {
            case GoodbyeRequest:
                State = SessionState.Defunct;
                break;
            case ResetRequest when IsAuthenticated:
                Reset();
                break;
            case HelloRequest when State == SessionState.Negotiation:
            case LogonRequest when State == SessionState.Authentication:
                LogIn(request);
                break;
            case not HelloRequest when IsAuthenticated && (State == SessionState.Failed || _interruption.IsPending):
                _responses.WriteIgnored();
                break;
            case LogoffRequest when State == SessionState.Ready:
                State = SessionState.Authentication;
                _responses.WriteSuccess(MapValue.Empty);
                break;
            case TelemetryRequest { Api: >= 0 and <= 3 } when State == SessionState.Ready:
                _responses.WriteSuccess(MapValue.Empty);
                break;
            case RouteRequest route when State == SessionState.Ready:
                _responses.WriteSuccess(_login.Route(route));
                break;
            default:
                State = await _work.HandleAsync(request, State, _login.Notifications);
                break;
        }
    }

    private void LogIn(Request request)
    {
        try
        {
            var isDone = _login.Take(request, out var metadata, out var form);
            _requests.Use(form);
            _responses.Use(form);
            _responses.WriteSuccess(metadata);
            State = isDone ? SessionState.Ready : SessionState.Authentication;
        }
        catch (CypherException refusal)
        {
            Fail(refusal);
            State = SessionState.Defunct;
        }
    }

    private void Reset()
    {
        _work.End();
        _interruption.ResetHandled();
        State = SessionState.Ready;
        _responses.WriteSuccess(MapValue.Empty);
    }

    private void Fail(CypherException failure)
    {
        _work.End();
        if (failure.Code == FailureCodes.Unknown && failure.InnerException is { } bug)
        {
            _context.Options.OnUnexpectedFailure(bug);
        }

        _responses.WriteFailure(failure.Code, failure.Message);
        State = IsAuthenticated ? SessionState.Failed : SessionState.Defunct;
    }
}
