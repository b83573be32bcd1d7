using System.Net;
using System.Net.Sockets;
using Graph.Embedded;
using Graph.Embedded.Bolt;
using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Fuzzing.Bolt;

/// <summary>Sends mutated conversations to a server in this process: it must close each connection, serve the next, and meet no bug.</summary>
internal sealed class BoltFuzzer(Findings findings, Watch watch)
{
    private const int ConversationsPerServer = 5_000;
    private const int ConversationsPerCheck = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Time that a conversation has to be answered before the client goes away; most take far less.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(30);

    private static readonly byte[] Goodbye = WireCodec.Chunk(WireCodec.Pack(WireText.ParseMessage("GOODBYE")));

    /// <summary>Runs until told to stop; returns how many conversations were held.</summary>
    public async Task<long> RunAsync(int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var mutator = new ConversationMutator(random, ConversationSeeds.Read());
        var count = 0L;
        while (!cancellationToken.IsCancellationRequested)
        {
            var current = "";
            var limits = new QueryLimits { Time = TimeSpan.FromSeconds(2), MemoryBytes = 256L << 20 };
            using var database = EmbeddedDatabase.InMemory(new EmbeddedDatabaseOptions { Limits = limits, RandomSeed = 1 });
            var options = new BoltServerOptions
            {
                Listen = new IPEndPoint(IPAddress.Loopback, 0),
                OnUnexpectedFailure = exception => findings.Add(exception, current),
            };
            var server = await BoltServer.StartAsync(database, options, cancellationToken: CancellationToken.None).ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                for (var i = 0; i < ConversationsPerServer && !cancellationToken.IsCancellationRequested; i++, count++)
                {
                    var stream = mutator.Next();
                    current = Convert.ToHexString(stream);
                    watch.Begin(current);
                    await HoldAsync(server.EndPoint, stream, random, current).ConfigureAwait(false);
                    if (i % ConversationsPerCheck == 0)
                    {
                        await CheckAsync(server.EndPoint, current).ConfigureAwait(false);
                    }
                }
            }

            watch.CheckMemory();
        }

        return count;
    }

    /// <summary>Sends the bytes in pieces, then says that nothing follows and reads until the server closes too.</summary>
    private async Task HoldAsync(IPEndPoint endPoint, byte[] stream, Random random, string input)
    {
        using var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await socket.ConnectAsync(endPoint, patience.Token).ConfigureAwait(false);
            var received = DrainAsync(socket, patience.Token);
            for (var sent = 0; sent < stream.Length;)
            {
                var piece = Math.Min(stream.Length - sent, 1 + random.Next(random.Next(3) == 0 ? 10 : 10_000));
                sent += await socket.SendAsync(stream.AsMemory(sent, piece), patience.Token).ConfigureAwait(false);
            }

            // Going away at once stops what runs; saying good-bye first lets it run to its end.
            if (random.Next(2) == 0)
            {
                await socket.SendAsync(Goodbye, patience.Token).ConfigureAwait(false);
                await Task.WhenAny(received, Task.Delay(AnswerTime, patience.Token)).ConfigureAwait(false);
            }

            socket.Shutdown(SocketShutdown.Send);
            await received.ConfigureAwait(false);
        }
        catch (SocketException)
        {
            // The server closed the connection first, as it may.
        }
        catch (OperationCanceledException)
        {
            findings.Add("connection not closed", "", input);
        }
    }

    private static async Task DrainAsync(Socket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[16_384];
        while (await socket.ReceiveAsync(buffer, cancellationToken).ConfigureAwait(false) > 0)
        {
            // Whatever it says.
        }
    }

    /// <summary>An honest client must get its row.</summary>
    private async Task CheckAsync(IPEndPoint endPoint, string input)
    {
        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await client.ConnectAsync(endPoint, patience.Token).ConfigureAwait(false);
            string[] messages = ["HELLO {user_agent: \"check/1\"}", "LOGON {scheme: \"none\"}", "RUN \"RETURN 1 AS one\" {} {}", "PULL {n: -1}"];
            byte[] bytes =
            [
                0x60, 0x60, 0xB0, 0x17, 0, 0, 4, 5, .. new byte[12],
                .. messages.SelectMany(message => WireCodec.Chunk(WireCodec.Pack(WireText.ParseMessage(message)))),
            ];
            var stream = client.GetStream();
            await stream.WriteAsync(bytes, patience.Token).ConfigureAwait(false);
            var row = WireCodec.Chunk(WireCodec.Pack(WireText.ParseMessage("RECORD [1]")));
            var received = new List<byte>();
            var buffer = new byte[4_096];
            while (!received.ToArray().AsSpan().EndsWith(row) && received.ToArray().AsSpan().IndexOf(row) < 0)
            {
                var read = await stream.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
                if (read == 0)
                {
                    findings.Add("honest client refused", "", input);
                    return;
                }

                received.AddRange(buffer[..read]);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            findings.Add("honest client not served", exception.ToString(), input);
        }
    }
}
