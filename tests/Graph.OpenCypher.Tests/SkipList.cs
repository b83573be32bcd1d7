namespace Graph.OpenCypher.Tests;

/// <summary>Scenarios that are known not to pass, each with its reason: <c>skipped-scenarios.tsv</c>. It may only shrink.</summary>
internal static class SkipList
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "skipped-scenarios.tsv");

    public static IReadOnlyDictionary<string, string> Read()
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in System.IO.File.ReadLines(File).Where(static line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split('\t');
            if (parts is not [var id, { Length: > 0 } reason])
            {
                throw new FormatException($"{File}: a line needs an id, a tab and a reason: {line}");
            }

            reasons.Add(id, reason);
        }

        return reasons;
    }
}
