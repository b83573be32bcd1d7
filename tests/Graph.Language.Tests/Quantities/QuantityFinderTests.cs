using System.Globalization;
using Graph.Language.Dates;
using Graph.Language.Quantities;
using Graph.Language.Tests.Cases;
using Graph.Model;

namespace Graph.Language.Tests.Quantities;

public sealed class QuantityFinderTests
{
    private static readonly QuantityFinder Finder = new();
    private static readonly DateFinder Dates = new();

    public static TheoryData<string, string> Quantities => CaseFile.Pairs("Quantities/quantities.case");

    [Theory]
    [MemberData(nameof(Quantities))]
    public void A_quantity_is_found_with_unit_and_bound(string sentence, string expected)
    {
        var tokens = TaggedSentence.Parse(sentence);

        var found = Finder.Find(tokens, Dates.Find(tokens, new DateOnly(2025, 3, 11))).Select(quantity => Describe(tokens, quantity));

        Assert.Equal(expected, string.Join(" ; ", found));
    }

    [Fact]
    public void The_tree_tells_what_is_counted()
    {
        Token[] tokens =
        [
            Word("12", "NUM", "CD", 3, "nummod"),
            Word("heavily", "ADV", "RB", 2, "advmod"),
            Word("armed", "ADJ", "JJ", 3, "amod"),
            Word("men", "NOUN", "NNS", -1, "root") with { Lemma = "man" },
        ];

        Assert.Equal("man", Assert.Single(Finder.Find(tokens, [])).Unit);
    }

    private static Token Word(string form, string upos, string xpos, int head, string deprel) =>
        new(new TextSpan(0, form.Length), form, form, upos, xpos, head, deprel);

    private static string Describe(Token[] tokens, Quantity quantity)
    {
        var words = string.Join(' ', tokens[quantity.First..quantity.End].Select(token => token.Form));
        var value = quantity.Value.ToString(CultureInfo.InvariantCulture);
        var approximator = quantity.Approximator is { } word ? $" ({word})" : "";
        return $"{words} = {value} {quantity.Unit ?? "-"} {quantity.Bound}{approximator}";
    }
}
