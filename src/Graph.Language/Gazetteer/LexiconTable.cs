namespace Graph.Language.Gazetteer;

/// <summary>Reads lexicon files: one entry a line, columns parted by tabs, lines that begin with # left out.</summary>
public static class LexiconTable
{
    /// <summary>Reads all entries; entries with another number of columns are reported and left out.</summary>
    /// <param name="name">What messages call the file.</param>
    /// <param name="width">Columns of an entry; trailing empty columns may be left off.</param>
    /// <param name="faults">Takes a message for each line that is no entry.</param>
    public static IReadOnlyList<LexiconRow> Read(TextReader reader, string name, int width, ICollection<string> faults)
    {
        var rows = new List<LexiconRow>();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var columns = line.Split('\t', StringSplitOptions.TrimEntries);
            if (columns.Length > width || columns[0].Length == 0)
            {
                faults.Add(new LexiconRow(name, number, []).Fault(
                    columns[0].Length == 0 ? "the first column is empty" : $"{columns.Length} columns, at most {width} expected"));
                continue;
            }

            rows.Add(new LexiconRow(name, number, [.. columns, .. Enumerable.Repeat("", width - columns.Length)]));
        }

        return rows;
    }
}
