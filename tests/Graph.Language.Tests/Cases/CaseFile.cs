namespace Graph.Language.Tests.Cases;

/// <summary>Reads case files: one case a line, its columns parted by " => ", comments begin with "# ".</summary>
internal static class CaseFile
{
    public static TheoryData<string, string> Pairs(string path)
    {
        var cases = new TheoryData<string, string>();
        foreach (var columns in Rows(path, 2))
        {
            cases.Add(columns[0], columns[1]);
        }

        return cases;
    }

    public static TheoryData<string, string, string> Triples(string path)
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var columns in Rows(path, 3))
        {
            cases.Add(columns[0], columns[1], columns[2]);
        }

        return cases;
    }

    private static IEnumerable<string[]> Rows(string path, int width)
    {
        var file = Path.Combine(AppContext.BaseDirectory, path);
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
            {
                continue;
            }

            // A case may expect nothing.
            var columns = (line.EndsWith(" =>", StringComparison.Ordinal) ? line + " " : line).Split(" => ");
            yield return columns.Length == width
                ? columns
                : throw new InvalidDataException($"{path}, line {number}: {columns.Length} columns, {width} expected.");
        }
    }
}
