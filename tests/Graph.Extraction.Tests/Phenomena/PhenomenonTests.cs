namespace Graph.Extraction.Tests.Phenomena;

/// <summary>What short sentences say, a phenomenon a file.</summary>
public sealed class PhenomenonTests(PhenomenonSuite suite, ITestOutputHelper output) : IClassFixture<PhenomenonSuite>
{
    private const int LeastCases = 450;

    public static TheoryData<string> CaseIds => [.. PhenomenonSuite.Cases.Select(phenomenon => phenomenon.Id)];

    [Theory]
    [MemberData(nameof(CaseIds))]
    public void A_sentence_says_what_an_analyst_reads_in_it(string id)
    {
        var phenomenon = PhenomenonSuite.Cases.Single(candidate => candidate.Id == id);
        var unmet = suite.Outcome(phenomenon);

        if (PhenomenonSuite.KnownGaps.TryGetValue(id, out var reason))
        {
            Assert.False(unmet.IsEmpty, $"{id} passes now; take its line out of known-gaps.txt (\"{reason}\").");
        }
        else
        {
            Assert.True(unmet.IsEmpty, $"{phenomenon.Text}\nnot met:\n  {string.Join("\n  ", unmet)}");
        }
    }

    [Fact]
    public void All_cases_run_and_every_known_gap_is_one_of_them()
    {
        var ran = 0;
        foreach (var file in PhenomenonSuite.Cases.GroupBy(phenomenon => phenomenon.Phenomenon))
        {
            var passed = file.Count(phenomenon => suite.Outcome(phenomenon).IsEmpty);
            ran += file.Count();
            output.WriteLine($"{file.Key} {passed} of {file.Count()}");
        }

        output.WriteLine($"all {ran - PhenomenonSuite.KnownGaps.Count} of {ran}");
        Assert.InRange(ran, LeastCases, int.MaxValue);
        Assert.Equal(ran, PhenomenonSuite.Cases.Select(phenomenon => phenomenon.Id).Distinct().Count());
        Assert.Empty(PhenomenonSuite.KnownGaps.Keys.Except(PhenomenonSuite.Cases.Select(phenomenon => phenomenon.Id)));
        Assert.All(PhenomenonSuite.Cases, phenomenon => Assert.NotEmpty(phenomenon.Expectations));
    }
}
