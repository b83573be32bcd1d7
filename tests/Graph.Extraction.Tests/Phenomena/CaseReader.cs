using System.Collections.Immutable;
using System.Globalization;

namespace Graph.Extraction.Tests.Phenomena;

/// <summary>Reads case files; their form is described in the README of this project.</summary>
internal static class CaseReader
{
    private static readonly ImmutableHashSet<string> Keywords =
        ImmutableHashSet.Create("fact", "not", "node", "absent", "count", "reads", "refers", "open");

    /// <summary>The folder of the case files.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Phenomena");

    /// <summary>All cases, by file and in the order of each.</summary>
    /// <exception cref="InvalidDataException">A line is none; the message names file and line.</exception>
    public static ImmutableArray<PhenomenonCase> ReadAll() =>
        [.. Directory.GetFiles(Path.Combine(Folder, "Cases"), "*.case").Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    private static IEnumerable<PhenomenonCase> ReadFile(string path)
    {
        var draft = new Draft(Path.GetFileNameWithoutExtension(path));
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var (keyword, rest) = line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (line[..space], line[(space + 1)..].Trim()) : (line, "");
            if (keyword == "case" && draft.Name.Length > 0)
            {
                yield return draft.Finish();
                draft = new Draft(draft.Phenomenon);
            }

            if (rest.Length == 0 || !draft.Add(keyword, rest))
            {
                throw new InvalidDataException($"{path}, line {number}: \"{line}\" is none of case, date, headline, text, {string.Join(", ", Keywords.Order(StringComparer.Ordinal))} with what belongs to it.");
            }
        }

        yield return draft.Finish();
    }

    private sealed class Draft(string phenomenon)
    {
        private readonly ImmutableArray<Expectation>.Builder expectations = ImmutableArray.CreateBuilder<Expectation>();
        private DateOnly? date;
        private string headline = "";
        private string text = "";

        public string Phenomenon => phenomenon;

        public string Name { get; private set; } = "";

        public bool Add(string keyword, string rest)
        {
            switch (keyword)
            {
                case "case":
                    Name = rest;
                    return true;
                case "date":
                    date = DateOnly.ParseExact(rest, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                    return true;
                case "headline":
                    headline = rest;
                    return true;
                case "text":
                    text = rest;
                    return true;
                default:
                    expectations.Add(new Expectation(keyword, [.. rest.Split('|', StringSplitOptions.TrimEntries)]));
                    return Keywords.Contains(keyword);
            }
        }

        public PhenomenonCase Finish() =>
            new(phenomenon, Name, date, headline.Length == 0 ? text : $"{headline}\n\n{text}", expectations.ToImmutable());
    }
}
