using System.Net.Security;
using System.Net.Sockets;
using Graph.Embedded.Bolt.Tls;

namespace Graph.Embedded.Bolt.Transport;

/// <summary>Finds out by its first byte what a client speaks, so that one port serves Bolt, WebSocket and HTTP, each with TLS or without.</summary>
internal sealed class ClientTransport(Socket socket, HttpGateway gateway, BoltTlsOptions? tls) : IAsyncDisposable
{
    /// <summary>First byte of a TLS record that holds a handshake.</summary>
    private const byte TlsHandshake = 0x16;

    /// <summary>Bytes that a closing connection still takes, so that the client reads the last answer before it learns of the end.</summary>
    private const int LingerBytes = 1 << 20;

    private readonly NetworkStream _plain = new(socket, ownsSocket: true);
    private SslStream? _secure;
    private Stream? _opened;

    /// <summary>The stream that the Bolt handshake is to be read from; null where the connection is to be closed.</summary>
    public async ValueTask<Stream?> OpenAsync(CancellationToken cancellationToken)
    {
        var first = await ReadFirstAsync(_plain, cancellationToken).ConfigureAwait(false);
        Stream stream = _plain;
        if (first is [TlsHandshake] && tls is not null)
        {
            stream = _secure = new SslStream(new PrefixedStream(first, _plain));
            await _secure.AuthenticateAsServerAsync(tls.ToServerOptions(), cancellationToken).ConfigureAwait(false);
            first = await ReadFirstAsync(_secure, cancellationToken).ConfigureAwait(false);
        }
        else if (tls is { IsRequired: true })
        {
            return null;
        }

        return _opened = await OpenAsync(stream, first, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says that nothing more comes, then takes what the client still sends until it closes its side too.</summary>
    /// <remarks>Closing at once, with bytes unread, would reset the connection and could destroy the last answer on its way.</remarks>
    public async ValueTask LingerAsync(CancellationToken cancellationToken)
    {
        if (_secure is { IsAuthenticated: true })
        {
            await _secure.ShutdownAsync().ConfigureAwait(false);
        }

        socket.Shutdown(SocketShutdown.Send);
        var buffer = new byte[4096];
        for (var taken = 0; taken < LingerBytes;)
        {
            var read = await socket.ReceiveAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            taken += read;
        }
    }

    /// <summary>Closes the connection; one to which the client said good-bye by WebSocket answers so first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_opened is not null)
        {
            await _opened.DisposeAsync().ConfigureAwait(false);
        }

        await _plain.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Nothing spoken on a Bolt port but HTTP begins with a capital letter.</summary>
    private async ValueTask<Stream?> OpenAsync(Stream stream, byte[] first, CancellationToken cancellationToken)
    {
        if (first.Length == 0)
        {
            return null;
        }

        var whole = new PrefixedStream(first, stream);
        var isHttp = first[0] is >= (byte)'A' and <= (byte)'Z';
        return isHttp ? await gateway.AnswerAsync(whole, cancellationToken).ConfigureAwait(false) : whole;
    }

    /// <summary>One byte, or none where the client went away.</summary>
    private static async ValueTask<byte[]> ReadFirstAsync(Stream stream, CancellationToken cancellationToken)
    {
        var first = new byte[1];
        return await stream.ReadAsync(first, cancellationToken).ConfigureAwait(false) == 0 ? [] : first;
    }
}
