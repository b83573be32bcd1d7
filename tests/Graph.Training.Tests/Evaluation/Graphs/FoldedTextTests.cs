using Graph.Training.Evaluation.Graphs;

namespace Graph.Training.Tests.Evaluation.Graphs;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("The  Foreign Minister Zbigniew Rau", "zbigniew rau")]
    [InlineData("Recep Tayyip Erdoğan", "recep tayyip erdogan")]
    [InlineData("Gitanas Nausėda’s", "gitanas nauseda")]
    [InlineData("Łukasz Weiß", "łukasz weiss")]
    [InlineData("U.S.-led talks", "usled talks")]
    [InlineData("the the", "the")]
    [InlineData("…", "")]
    public void Names_are_compared_without_accents_marks_and_titles(string name, string folded)
    {
        Assert.Equal(folded, FoldedText.Fold(name));
    }
}
