using System.Globalization;
using System.Text.Json;

namespace Graph.Training.Corpora;

/// <summary>Reads coded events: a JSON object a line, with <c>id</c>, <c>text</c>, <c>date</c> (yyyyMMdd) and <c>events</c> of <c>source</c> and <c>target</c>.</summary>
public static class EventRecordReader
{
    /// <summary>Reads a whole file. Events without a source or target are left out.</summary>
    /// <exception cref="InvalidDataException">A line is no such object; the message names file, line and fault.</exception>
    public static IReadOnlyList<EventRecord> ReadFile(string path)
    {
        var records = new List<EventRecord>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0)
            {
                records.Add(Read(line, path, number));
            }
        }

        return records;
    }

    private static EventRecord Read(string line, string path, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var date = DateOnly.TryParseExact(root.GetProperty("date").GetString(), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
            var events = root.GetProperty("events").EnumerateArray()
                .Select(coded => (Source: coded.GetProperty("source").GetString(), Target: coded.GetProperty("target").GetString()))
                .Where(coded => coded is { Source: not null, Target: not null })
                .Select(coded => (coded.Source!, coded.Target!));
            return new EventRecord(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, date, [.. events]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException(
                $"GRA-T011 {path}, line {number} is no coded event: {fault.Message} Give a JSON object a line with id, text, date and events.");
        }
    }
}
