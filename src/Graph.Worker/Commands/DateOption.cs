using System.CommandLine;
using System.Globalization;

namespace Graph.Worker.Commands;

/// <summary>The option <c>--date</c>.</summary>
internal static class DateOption
{
    public static Option<DateOnly?> Create() => new("--date")
    {
        Description = "Publication date (yyyy-MM-dd) of articles that carry none.",
        HelpName = "yyyy-MM-dd",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            result.AddError($"--date '{result.Tokens[0].Value}' is no date: write yyyy-MM-dd.");
            return null;
        },
    };
}
