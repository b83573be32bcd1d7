using System.Globalization;
using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Embedded.Tests.Bolt;

/// <summary>Plays conversations: lines <c>C:</c> are sent, a run of them in one packet, lines <c>S:</c> are expected.</summary>
/// <remarks><c>V:</c> chooses the version, <c>C: LOGIN</c> stands for the usual beginning, <c>S: END</c> for the end of the connection, <c>L:</c> for what the database saw.</remarks>
public sealed class TranscriptTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Bolt", "Transcripts");

    public static TheoryData<string> Transcripts =>
        [.. Directory.GetFiles(Folder, "*.bolt").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Transcripts))]
    public async Task The_server_answers_as_the_transcript_says(string name)
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(Folder, name + ".bolt"), TestContext.Current.CancellationToken))
            .Where(line => line.Length > 0 && line[0] != '#').ToList();
        var version = lines[0].StartsWith("V:", StringComparison.Ordinal) ? lines[0][3..] : "5.4";
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await WireClient.OpenAsync(
            fixture.Server.EndPoint, Number(version[0]), Number(version[2]));

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
            await ExpectAsync(client, fixture, kind, text, line);
        }
    }

    private static async Task ExpectAsync(WireClient client, BoltFixture fixture, char kind, string text, string line)
    {
        if (kind == 'L')
        {
            Assert.Equal(text, string.Join(", ", fixture.Database.Log));
        }
        else if (text == "END")
        {
            await client.ExpectEndAsync();
        }
        else
        {
            var actual = await client.ReceiveMessageAsync();
            Assert.True(WireText.Matches(WireText.ParseMessage(text), actual), $"expected {line[3..]}\nbut came {WireText.Show(actual)}");
        }
    }

    private static byte Number(char digit) => byte.Parse(digit.ToString(), CultureInfo.InvariantCulture);
}
