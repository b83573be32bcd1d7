using Graph.Store.Resolution;

namespace Graph.Store.Tests.Resolution;

public sealed class FoldedNameTests
{
    [Theory]
    [InlineData("Recep Tayyip Erdoğan", "recep tayyip erdogan")]
    [InlineData("Łukasz Żółkiewski", "lukasz zolkiewski")]
    [InlineData("Kim Jong-un", "kim jong un")]
    [InlineData("  U.S.\u00a0Senate ", "us senate")]
    public void a_folded_name_has_no_case_marks_or_punctuation(string name, string folded) => Assert.Equal(folded, FoldedName.Of(name));

    [Theory]
    [InlineData("Volodymyr Zelensky", "Volodymyr Zelenskiy")]
    [InlineData("Volodymyr Zelensky", "Volodymyr O. Zelenskyy")]
    [InlineData("Donald J. Trump", "Donald Trump")]
    [InlineData("Robert Kennedy Jr.", "Robert Kennedy")]
    public void one_person_s_names_have_the_same_words(string one, string other) =>
        Assert.Equal(FoldedName.PersonTokens(one), FoldedName.PersonTokens(other));

    [Theory]
    [InlineData("Rubio", "rubio")]
    [InlineData("Al-Otaiba", "otaiba")]
    [InlineData("von der Leyen", "leyen")]
    [InlineData("Ben Silva", null)]
    [InlineData("Marco Rubio", null)]
    public void a_surname_with_its_particles_is_a_short_form(string name, string? word) => Assert.Equal(word, FoldedName.ShortForm(name));
}
