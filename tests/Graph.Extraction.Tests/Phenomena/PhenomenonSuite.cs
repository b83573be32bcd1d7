using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Graph.Extraction.Tests.Phenomena;

/// <summary>Runs each case once, whoever asks first for its outcome.</summary>
public sealed class PhenomenonSuite(ExtractorFixture fixture)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> outcomes = new(StringComparer.Ordinal);

    public static ImmutableArray<PhenomenonCase> Cases { get; } = CaseReader.ReadAll();

    /// <summary>Reasons of the cases that are known to fail, by id.</summary>
    public static ImmutableSortedDictionary<string, string> KnownGaps { get; } = ReadGaps();

    /// <summary>The expectations of a case that are not met; none where it passes.</summary>
    public ImmutableArray<string> Outcome(PhenomenonCase phenomenon) => outcomes.GetOrAdd(
        phenomenon.Id, _ => new CaseChecker(fixture.Extract(phenomenon.Text, phenomenon.Date)).Check(phenomenon));

    // A line: the id of a case, a colon, why it fails.
    private static ImmutableSortedDictionary<string, string> ReadGaps() =>
        File.ReadLines(Path.Combine(CaseReader.Folder, "known-gaps.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2))
            .ToImmutableSortedDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
