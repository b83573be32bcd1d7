using Graph.Language.Lemmas;
using Graph.Language.Tests.Cases;

namespace Graph.Language.Tests.Lemmas;

public sealed class LemmatiserTests
{
    private static readonly Lemmatiser Lemmatiser = new();

    public static TheoryData<string, string> Lemmas => CaseFile.Pairs("Lemmas/lemmas.case");

    [Theory]
    [MemberData(nameof(Lemmas))]
    public void A_word_has_the_lemma_that_the_treebanks_give(string word, string lemma)
    {
        var columns = word.Split('/');

        Assert.Equal(lemma, Lemmatiser.Lemma(columns[0], columns[1], columns[2]));
    }

    [Fact]
    public void A_word_that_is_its_own_lemma_is_handed_back_as_it_came()
    {
        var form = new string("region".AsSpan());

        Assert.Same(form, Lemmatiser.Lemma(form, "NOUN", "NN"));
    }
}
