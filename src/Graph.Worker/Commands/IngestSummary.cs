using System.Diagnostics;
using System.Globalization;
using Graph.Worker.Inbox;
using Graph.Worker.Pipeline;
using Graph.Worker.Sources;

namespace Graph.Worker.Commands;

/// <summary>What an ingest did, as a table.</summary>
internal static class IngestSummary
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        [RefusalCodes.Empty] = "empty",
        [RefusalCodes.Binary] = "binary",
        [RefusalCodes.NotEnglish] = "not English",
        [RefusalCodes.TooLarge] = "too large",
        [RefusalCodes.Malformed] = "malformed",
        [RefusalCodes.Unreadable] = "unreadable",
        [DeadLetterCodes.ExtractionFailed] = "extraction failed",
        [DeadLetterCodes.WriteRefused] = "write refused by the database",
        [DeadLetterCodes.AttemptsUsedUp] = "database failed on every attempt",
        [DeadLetterCodes.ProcessEnded] = "process ended while working on it",
    };

    public static string Format(IngestProgress progress, StageClock clock, TimeSpan elapsed)
    {
        var rows = new List<IReadOnlyList<string>> { Row("articles received", Number(progress.Received)) };
        if (progress.Waiting > 0)
        {
            rows.Add(Row("articles waiting before", Number(progress.Waiting)));
        }

        rows.Add(Row("articles in the graph", Number(progress.Processed)));
        rows.Add(Row("facts", Number(progress.Facts)));
        if (progress.Retries > 0)
        {
            rows.Add(Row("tried again", Number(progress.Retries)));
        }

        rows.Add(Row("failed", Number(progress.Refused + progress.Dead)));
        rows.AddRange(progress.Failures.Select(failure => Row($"  {failure.Key} {Meanings.GetValueOrDefault(failure.Key, "")}".TrimEnd(), Number(failure.Value))));
        rows.Add(Row("seconds", Decimal(elapsed.TotalSeconds)));
        rows.Add(Row("articles a second", Decimal(elapsed > TimeSpan.Zero ? progress.Settled / elapsed.TotalSeconds : 0)));
        rows.Add(Row("peak memory, MiB", Decimal(PeakMemoryMebibytes())));
        var total = Enum.GetValues<Stage>().Sum(stage => clock.Spent(stage).TotalSeconds);
        rows.AddRange(Enum.GetValues<Stage>().Select(stage => Row(
            $"{Name(stage)}, % of {Decimal(total)} s of work", Decimal(total > 0 ? 100 * clock.Spent(stage).TotalSeconds / total : 0))));
        return TextTable.Format(["summary", "value"], rows);
    }

    private static double PeakMemoryMebibytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024.0 * 1024.0);
    }

    private static string Name(Stage stage) => stage.ToString().ToLowerInvariant();

    private static string[] Row(string name, string value) => [name, value];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Decimal(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
