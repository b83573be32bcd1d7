namespace Graph.Embedded.Tests.Queries;

/// <summary>A block of a case file: <c>given</c>, <c>run</c>, <c>rows</c> and so on, with the lines below its heading.</summary>
internal sealed record CaseBlock(string Kind, string Argument, IReadOnlyList<string> Lines)
{
    public string Text => string.Join('\n', Lines);
}

/// <summary>One case of a case file.</summary>
internal sealed record QueryCase(string File, string Name, IReadOnlyList<CaseBlock> Blocks)
{
    public override string ToString() => $"{File}: {Name}";
}

/// <summary>
/// Reads <c>.case</c> files. A case begins with <c># name</c>; blocks begin with <c>-- kind argument</c>:
/// <list type="table">
/// <item><term>given</term><description>statements that build the graph, separated by lines of <c>;</c></description></item>
/// <item><term>parameters</term><description>a Cypher map</description></item>
/// <item><term>run</term><description>the statement</description></item>
/// <item><term>rows</term><description>columns, then rows, cells separated by <c> | </c>; in any order, or <c>rows ordered</c></description></item>
/// <item><term>error CODE line:column</term><description>the message; an ellipsis at its end leaves the rest open</description></item>
/// <item><term>counters</term><description>what changed, such as <c>NodesCreated 1</c></description></item>
/// <item><term>plan</term><description>operators that the plan must have, one a line, with part of their details</description></item>
/// <item><term>reload</term><description>closes the store and opens it again</description></item>
/// </list>
/// </summary>
internal static class CaseFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Queries", "Cases");

    public static IEnumerable<QueryCase> Read() =>
        Directory.GetFiles(Folder, "*.case").Order(StringComparer.Ordinal).SelectMany(ReadFile);

    private static IEnumerable<QueryCase> ReadFile(string path)
    {
        var file = Path.GetFileNameWithoutExtension(path);
        string? name = null;
        var blocks = new List<CaseBlock>();
        List<string>? lines = null;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                if (name is not null)
                {
                    yield return new QueryCase(file, name, [.. blocks]);
                }

                name = line[2..];
                blocks = [];
                lines = null;
            }
            else if (line.StartsWith("-- ", StringComparison.Ordinal))
            {
                var parts = line[3..].Split(' ', 2);
                lines = [];
                blocks.Add(new CaseBlock(parts[0], parts.Length > 1 ? parts[1] : "", lines));
            }
            else if (line.Length > 0)
            {
                (lines ?? throw new FormatException($"{path}: '{line}' stands outside a block.")).Add(line);
            }
        }

        if (name is not null)
        {
            yield return new QueryCase(file, name, [.. blocks]);
        }
    }
}
