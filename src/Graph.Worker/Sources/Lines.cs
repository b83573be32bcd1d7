namespace Graph.Worker.Sources;

/// <summary>Lines of a text, without their ends.</summary>
internal static class Lines
{
    /// <summary>The first line that holds more than white space, trimmed; empty where there is none.</summary>
    public static string FirstWithText(string text) => WithText(text).FirstOrDefault("");

    /// <summary>The lines that hold more than white space, trimmed, in order.</summary>
    public static IEnumerable<string> WithText(string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            var trimmed = line.Trim();
            if (trimmed.Length > 0)
            {
                yield return trimmed;
            }
        }
    }
}
