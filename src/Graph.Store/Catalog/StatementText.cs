using System.Text.RegularExpressions;

namespace Graph.Store.Catalog;

/// <summary>What a statement asks of its caller, read off its text.</summary>
public static partial class StatementText
{
    /// <summary>Names of its parameters, ordinally sorted.</summary>
    public static IReadOnlyList<string> Parameters(string text) => Names(text, "parameter");

    /// <summary>Fields that it reads of each <c>row</c>, ordinally sorted.</summary>
    public static IReadOnlyList<string> RowFields(string text) => Names(text, "field");

    private static List<string> Names(string text, string group) =>
        [.. Token().Matches(text).Select(match => match.Groups[group]).Where(name => name.Success).Select(name => name.Value)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // Comments, strings and quoted names come first, so that what looks like a parameter inside them is skipped.
    [GeneratedRegex(
        """
        //[^\n]* | /\*[\s\S]*?\*/ | '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*"
        | \$`(?<parameter>[^`]+)` | \$(?<parameter>\w+) | `[^`]*` | (?<![\w.])row\.(?<field>\w+)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
