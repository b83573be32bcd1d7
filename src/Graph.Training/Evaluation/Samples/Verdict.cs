using System.Globalization;
using Graph.Model;

namespace Graph.Training.Evaluation.Samples;

/// <summary>A person's judgement of a sampled relationship; holds identifiers only, no text of the article.</summary>
/// <param name="Type">One of <see cref="RelationshipTypes"/>.</param>
/// <param name="Ruling"><c>right</c>, <c>wrong</c>, or <c>debatable</c> where careful analysts would differ.</param>
/// <param name="Cause">What made it wrong or debatable, a word such as <c>coreference</c>; empty where it is right.</param>
internal sealed record Verdict(string Article, string Fact, string Type, string Ruling, string Cause)
{
    private static readonly string[] Rulings = ["right", "wrong", "debatable"];

    /// <summary>Reads one verdict a line, tabs between its parts; empty lines and lines that begin with <c>#</c> are skipped.</summary>
    /// <exception cref="InvalidDataException">A line is no verdict, or judges what another has judged; the message names it.</exception>
    public static IReadOnlyList<Verdict> Read(TextReader reader)
    {
        var verdicts = new List<Verdict>();
        var judged = new HashSet<(string, string)>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var verdict = Parse(line, number);
            if (!judged.Add((verdict.Article, verdict.Fact)))
            {
                throw Fault(number, $"{verdict.Fact} has been judged before");
            }

            verdicts.Add(verdict);
        }

        return verdicts;
    }

    /// <summary>The share of verdicts that are right, by type and for <c>all</c>, the most frequent type first.</summary>
    public static IEnumerable<string> Shares(IReadOnlyList<Verdict> verdicts) =>
        verdicts.GroupBy(verdict => verdict.Type, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Share(group.Key, [.. group])).Append(Share("all", verdicts));

    private static string Share(string name, IReadOnlyList<Verdict> verdicts)
    {
        var right = verdicts.Count(verdict => verdict.Ruling == "right");
        var debatable = verdicts.Count(verdict => verdict.Ruling == "debatable");
        return string.Create(CultureInfo.InvariantCulture, $"{name} {100.0 * right / verdicts.Count:F1}% right ({right} right, {debatable} debatable of {verdicts.Count})");
    }

    private static Verdict Parse(string line, int number)
    {
        var parts = line.Split('\t');
        if (parts.Length != 5)
        {
            throw Fault(number, $"{parts.Length} parts instead of 5");
        }

        var verdict = new Verdict(parts[0], parts[1], parts[2], parts[3], parts[4]);
        return !verdict.Article.StartsWith("article:", StringComparison.Ordinal) || !verdict.Fact.StartsWith("fact:", StringComparison.Ordinal) ? throw Fault(number, "no ids of an article and a fact")
            : !RelationshipTypes.All.Contains(verdict.Type) ? throw Fault(number, $"\"{verdict.Type}\" is no relationship type")
            : !Rulings.Contains(verdict.Ruling) ? throw Fault(number, $"\"{verdict.Ruling}\" is none of {string.Join(", ", Rulings)}")
            : verdict.Ruling == "right" != (verdict.Cause.Length == 0) ? throw Fault(number, "a cause goes with what is not right, and only with that")
            : verdict;
    }

    private static InvalidDataException Fault(int number, string problem) => new(
        $"GRA-T012 Line {number} of the verdicts: {problem}. Write article id, fact id, type, ruling and cause, with tabs between.");
}
