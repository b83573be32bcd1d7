using Graph.Training.Evaluation.Samples;

namespace Graph.Training.Tests.Evaluation.Samples;

public sealed class VerdictTests(ITestOutputHelper output)
{
    private const int SampleSize = 200;

    [Fact]
    public void Each_sampled_relationship_is_judged_once()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Evaluation", "Samples", "relationships.tsv");
        if (!File.Exists(path))
        {
            Assert.Skip("No sample is judged yet: draw one with 'sample graphs' and write its verdicts to relationships.tsv.");
        }

        using var reader = new StreamReader(path);
        var verdicts = Verdict.Read(reader);

        Assert.Equal(SampleSize, verdicts.Count);
        foreach (var line in Verdict.Shares(verdicts))
        {
            output.WriteLine(line);
        }
    }

    [Fact]
    public void Shares_are_given_by_type_and_for_all()
    {
        var verdicts = Read("# seed 7\narticle:1\tfact:1\tSAID\tright\t\narticle:1\tfact:2\tSAID\twrong\tcoreference\n\narticle:2\tfact:1\tLEADS\tdebatable\ttitle\n");

        Assert.Equal(
            ["SAID 50.0% right (1 right, 0 debatable of 2)", "LEADS 0.0% right (0 right, 1 debatable of 1)", "all 33.3% right (1 right, 1 debatable of 3)"],
            Verdict.Shares(verdicts));
    }

    [Theory]
    [InlineData("article:1\tfact:1\tSAID\tright", "Line 1 of the verdicts: 4 parts")]
    [InlineData("1\tfact:1\tSAID\tright\t", "no ids")]
    [InlineData("article:1\tfact:1\tSINGS\tright\t", "\"SINGS\" is no relationship type")]
    [InlineData("article:1\tfact:1\tSAID\tfine\t", "\"fine\" is none of right, wrong, debatable")]
    [InlineData("article:1\tfact:1\tSAID\twrong\t", "a cause goes with")]
    [InlineData("article:1\tfact:1\tSAID\tright\t\narticle:1\tfact:1\tSAID\tright\t", "Line 2 of the verdicts: fact:1 has been judged before")]
    public void A_faulty_verdict_is_named(string text, string message)
    {
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Read(text)).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Verdict> Read(string text)
    {
        using var reader = new StringReader(text);
        return Verdict.Read(reader);
    }
}
