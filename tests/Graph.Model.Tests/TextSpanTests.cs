namespace Graph.Model.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void a_span_covers_its_own_text() => Assert.Equal("met", new TextSpan(3, 6).Of("He met her"));

    [Theory]
    [InlineData(0, 5, 5, 9, false)]
    [InlineData(0, 6, 5, 9, true)]
    public void spans_overlap_only_where_they_share_a_unit(int start, int end, int otherStart, int otherEnd, bool expected) =>
        Assert.Equal(expected, new TextSpan(start, end).Overlaps(new TextSpan(otherStart, otherEnd)));
}
