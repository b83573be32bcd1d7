using System.Globalization;
using Graph.Embedded.Bolt;
using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Embedded.Tests.Bolt;

/// <summary>Plays conversations: lines <c>C:</c> are sent, a run of them in one packet, lines <c>S:</c> are expected.</summary>
/// <remarks><c>V:</c> chooses the version, <c>C: LOGIN</c> stands for the usual beginning, <c>S: END</c> for the end of the connection, <c>L:</c> for what the database saw.</remarks>
public sealed class TranscriptTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Bolt", "Transcripts");

    public static TheoryData<string> OfProtocol => NamesIn(Folder);

    public static TheoryData<string> OfEngine => NamesIn(Path.Combine(Folder, "Engine"));

    [Theory]
    [MemberData(nameof(OfProtocol))]
    public async Task The_server_answers_as_the_transcript_says(string name)
    {
        await using var fixture = await BoltFixture.StartAsync();
        await PlayAsync(Path.Combine(Folder, name + ".bolt"), fixture.Server, fixture.Database.Log);
    }

    [Theory]
    [MemberData(nameof(OfEngine))]
    public async Task The_engine_answers_as_the_transcript_says(string name)
    {
        using var database = EmbeddedDatabase.InMemory();
        await using var server = await BoltServer.StartAsync(database, BoltFixture.Options, cancellationToken: TestContext.Current.CancellationToken);
        await PlayAsync(Path.Combine(Folder, "Engine", name + ".bolt"), server, []);
    }

    private static TheoryData<string> NamesIn(string folder) =>
        [.. Directory.GetFiles(folder, "*.bolt").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    private static async Task PlayAsync(string path, BoltServer server, IReadOnlyCollection<string> log)
    {
        var lines = (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken))
            .Where(line => line.Length > 0 && line[0] != '#').ToList();
        var version = lines[0].StartsWith("V:", StringComparison.Ordinal) ? lines[0][3..] : "5.4";
        await using var client = await WireClient.OpenAsync(server.EndPoint, Number(version[0]), Number(version[2]));

        var toSend = new List<string>();
        foreach (var line in lines.Where(line => line[0] != 'V'))
        {
            var (kind, text) = (line[0], line[3..]);
            if (kind == 'C')
            {
                toSend.AddRange(text == "LOGIN" ? ["HELLO {user_agent: \"test/1\"}", "LOGON {scheme: \"none\"}"] : [text]);
                if (text == "LOGIN")
                {
                    await client.SayAsync([.. toSend]);
                    toSend.Clear();
                    Assert.StartsWith("SUCCESS", await client.HearAsync(), StringComparison.Ordinal);
                    Assert.Equal("SUCCESS {}", await client.HearAsync());
                }

                continue;
            }

            await client.SayAsync([.. toSend]);
            toSend.Clear();
            await ExpectAsync(client, log, kind, text);
        }
    }

    private static async Task ExpectAsync(WireClient client, IReadOnlyCollection<string> log, char kind, string text)
    {
        if (kind == 'L')
        {
            Assert.Equal(text, string.Join(", ", log));
        }
        else if (text == "END")
        {
            await client.ExpectEndAsync();
        }
        else
        {
            var actual = await client.ReceiveMessageAsync();
            Assert.True(WireText.Matches(WireText.ParseMessage(text), actual), $"expected {text}\nbut came {WireText.Show(actual)}");
        }
    }

    private static byte Number(char digit) => byte.Parse(digit.ToString(), CultureInfo.InvariantCulture);
}
