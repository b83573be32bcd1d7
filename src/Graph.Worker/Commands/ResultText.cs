using System.Text;
using Graph.Store.Port;

namespace Graph.Worker.Commands;

/// <summary>Rows of a query as text.</summary>
internal static class ResultText
{
    public static string Format(QueryResult result, ResultFormat format) => format switch
    {
        ResultFormat.Json => Json(result),
        ResultFormat.Csv => Csv(result),
        _ => Table(result),
    };

    private static string Table(QueryResult result)
    {
        if (result.Columns.IsEmpty)
        {
            return "";
        }

        var rows = result.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Plain)]).ToList();
        return TextTable.Format(result.Columns, rows) + $"({result.Rows.Length} {(result.Rows.Length == 1 ? "row" : "rows")})\n";
    }

    /// <summary>One array of objects, a row a line.</summary>
    private static string Json(QueryResult result)
    {
        var rows = result.Rows.Select(row => "{" + string.Join(",", row.Select((value, index) => $"{ValueText.Of(result.Columns[index])}:{ValueText.Of(value)}")) + "}");
        return "[" + string.Join(",\n ", rows) + "]\n";
    }

    /// <summary>RFC 4180, with a header, lines ended by CRLF; null is an empty field.</summary>
    private static string Csv(QueryResult result)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', result.Columns.Select(Quote)).Append("\r\n");
        foreach (var row in result.Rows)
        {
            text.AppendJoin(',', row.Select(value => value is null ? "" : Quote(Plain(value)))).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Plain(object? value) => value as string ?? ValueText.Of(value);

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 && field.Length > 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
