using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Graph.Embedded.Tests.Bolt.Wire;

/// <summary>A client that says exactly what it is told to.</summary>
internal sealed class WireClient : IAsyncDisposable
{
    public static readonly byte[] Magic = [0x60, 0x60, 0xB0, 0x17];

    private WireClient(Stream stream) => Stream = stream;

    public Stream Stream { get; }

    public static async Task<WireClient> ConnectAsync(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endPoint, TestContext.Current.CancellationToken);
        return new WireClient(new NetworkStream(socket, ownsSocket: true));
    }

    /// <summary>Connects by TLS, trusting the one certificate.</summary>
    public static async Task<WireClient> ConnectTlsAsync(IPEndPoint endPoint, X509Certificate trusted)
    {
        var plain = await ConnectAsync(endPoint);
        var secure = new SslStream(plain.Stream, false, (_, shown, _, _) => trusted.Equals(shown));
        await secure.AuthenticateAsClientAsync("localhost");
        return new WireClient(secure);
    }

    public static WireClient Over(Stream stream) => new(stream);

    /// <summary>Connects and agrees on a version by the classic handshake.</summary>
    public static async Task<WireClient> OpenAsync(IPEndPoint endPoint, byte major = 5, byte minor = 4)
    {
        var client = await ConnectAsync(endPoint);
        await client.ShakeHandsAsync(major, minor);
        return client;
    }

    /// <summary>Connects and logs in.</summary>
    public static async Task<WireClient> LogInAsync(IPEndPoint endPoint)
    {
        var client = await OpenAsync(endPoint);
        await client.SayAsync("HELLO {user_agent: \"test/1\", bolt_agent: {product: \"test/1\"}}", "LOGON {scheme: \"none\"}");
        Assert.Equal("SUCCESS", (await client.HearAsync())[..7]);
        Assert.Equal("SUCCESS {}", await client.HearAsync());
        return client;
    }

    public async Task ShakeHandsAsync(byte major, byte minor)
    {
        await SendAsync([.. Magic, 0, 0, minor, major, .. new byte[12]]);
        Assert.Equal([0, 0, minor, major], await ReceiveAsync(4));
    }

    public async Task SendAsync(params byte[] bytes)
    {
        await Stream.WriteAsync(bytes, TestContext.Current.CancellationToken);
        await Stream.FlushAsync(TestContext.Current.CancellationToken);
    }

    public async Task<byte[]> ReceiveAsync(int count)
    {
        var bytes = new byte[count];
        await Stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        return bytes;
    }

    /// <summary>Sends messages, all in one packet.</summary>
    public Task SayAsync(params string[] messages) =>
        SendAsync([.. messages.SelectMany(message => WireCodec.Chunk(WireCodec.Pack(WireText.ParseMessage(message))))]);

    /// <summary>The next message as text.</summary>
    public async Task<string> HearAsync() => WireText.Show(await ReceiveMessageAsync());

    public async Task<WireStructure> ReceiveMessageAsync()
    {
        var message = new List<byte>();
        while (true)
        {
            var header = await ReceiveAsync(2);
            var size = (header[0] << 8) | header[1];
            if (size > 0)
            {
                message.AddRange(await ReceiveAsync(size));
            }
            else if (message.Count > 0)
            {
                return (WireStructure)WireCodec.Unpack(message.ToArray())!;
            }
        }
    }

    /// <summary>Passes once the server has closed the connection, with nothing more to say.</summary>
    public async Task ExpectEndAsync()
    {
        var rest = new byte[1];
        try
        {
            Assert.Equal(0, await Stream.ReadAsync(rest, TestContext.Current.CancellationToken));
        }
        catch (IOException)
        {
            // Closed as well.
        }
    }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
