using System.Globalization;
using Graph.Language.Dates;
using Graph.Language.Tests.Cases;
using Graph.Model;

namespace Graph.Language.Tests.Dates;

public sealed class DateFinderTests
{
    private static readonly DateFinder Finder = new();

    public static TheoryData<string, string, string> Dates => CaseFile.Triples("Dates/dates.case");

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_is_found_and_resolved(string documentDate, string sentence, string expected)
    {
        var tokens = TaggedSentence.Parse(sentence);

        var found = Finder.Find(tokens, Parse(documentDate)).Select(date => Describe(tokens, date));

        Assert.Equal(expected, string.Join(" ; ", found));
    }

    [Fact]
    public void The_tree_gives_the_tense_of_the_clause_that_holds_the_date()
    {
        // "said" stands nearer, but "Friday" hangs on "meet".
        Token[] tokens =
        [
            Word("They", "PRP", "they", 2, "nsubj"),
            Word("will", "MD", "will", 2, "aux"),
            Word("meet", "VB", "meet", 4, "ccomp"),
            Word("Friday", "NNP", "Friday", 2, "obl:tmod"),
            Word("said", "VBD", "say", -1, "root"),
            Word("aides", "NNS", "aide", 4, "nsubj"),
        ];

        var date = Assert.Single(Finder.Find(tokens, new DateOnly(2025, 3, 11)));

        Assert.Equal("2025-03-14", date.Value);
    }

    [Fact]
    public void A_clause_with_a_copula_has_the_tense_of_the_copula()
    {
        Token[] tokens =
        [
            Word("The", "DT", "the", 1, "det"),
            Word("vote", "NN", "vote", 4, "nsubj"),
            Word("is", "VBZ", "be", 4, "cop"),
            Word("on", "IN", "on", 4, "case"),
            Word("Friday", "NNP", "Friday", -1, "root"),
        ];

        Assert.Equal("2025-03-14", Assert.Single(Finder.Find(tokens, new DateOnly(2025, 3, 11))).Value);
    }

    private static Token Word(string form, string xpos, string lemma, int head, string deprel) =>
        new(new TextSpan(0, form.Length), form, lemma, "X", xpos, head, deprel);

    private static DateOnly? Parse(string date) =>
        date == "none" ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Describe(Token[] tokens, DateExpression date) =>
        $"{string.Join(' ', tokens[date.First..date.End].Select(token => token.Form))} = {date.Value ?? "?"} "
        + date.Precision.ToString().ToLowerInvariant();
}
