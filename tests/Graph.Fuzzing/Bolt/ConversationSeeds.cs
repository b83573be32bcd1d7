using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Fuzzing.Bolt;

/// <summary>Conversations to begin with: what the client says in the transcripts of the tests and in those of the fuzzer.</summary>
internal static class ConversationSeeds
{
    private static readonly string[] LogIn = ["HELLO {user_agent: \"fuzz/1\"}", "LOGON {scheme: \"none\"}"];

    /// <summary>Each conversation as its messages.</summary>
    public static IReadOnlyList<byte[][]> Read() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Seeds", "Bolt"), "*.bolt").Order(StringComparer.Ordinal).Select(Read)];

    private static byte[][] Read(string path) =>
    [
        .. File.ReadLines(path)
            .Where(line => line.StartsWith("C:", StringComparison.Ordinal))
            .SelectMany(line => line == "C: LOGIN" ? LogIn : [line[3..]])
            .Select(message => WireCodec.Pack(WireText.ParseMessage(message))),
    ];
}
