using System.Text;

namespace Graph.Worker.Commands;

/// <summary>Columns of text for people: a header, a rule, the rows; numbers to the right.</summary>
internal static class TextTable
{
    public static string Format(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = columns.Select((column, index) => rows.Select(row => row[index].Length).Append(column.Length).Max()).ToArray();
        var isNumeric = columns.Select((_, index) => rows.Count > 0 && rows.All(row => IsNumber(row[index]))).ToArray();
        var text = new StringBuilder();
        AppendRow(text, columns, widths, isNumeric);
        text.AppendJoin("  ", widths.Select(width => new string('-', width))).Append('\n');
        foreach (var row in rows)
        {
            AppendRow(text, row, widths, isNumeric);
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells, int[] widths, bool[] isNumeric)
    {
        for (var index = 0; index < cells.Count; index++)
        {
            var cell = OneLine(cells[index]);
            var padding = new string(' ', widths[index] - cells[index].Length);
            text.Append(index == 0 ? "" : "  ").Append(isNumeric[index] ? padding + cell : cell + padding);
        }

        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
    }

    /// <summary>Line ends and tabs would break the table; terminal control characters could change the screen.</summary>
    private static string OneLine(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var index = 0; index < source.Length; index++)
        {
            span[index] = char.IsControl(source[index]) ? ' ' : source[index];
        }
    });

    private static bool IsNumber(string text) => text.Length == 0 || double.TryParse(text.TrimEnd('%', 's').Replace(",", "", StringComparison.Ordinal), out _);
}
