using Graph.Training.Evaluation.Pairs;

namespace Graph.Training.Tests.Evaluation.Pairs;

public sealed class ActorNamesTests
{
    [Theory]
    [InlineData("Norwegian Foreign Minister", "NOR")]
    [InlineData("Norway's army", "NOR")]
    [InlineData("the United Arab Emirates", "ARE")]
    [InlineData("Chinatown", "")]
    [InlineData("talks of Peru and Chile", "PER CHL")]
    public void Finds_the_states_whose_names_stand_in_a_name(string name, string codes) =>
        Assert.Equal(codes, string.Join(' ', ActorNames.Read(path: null).CodesIn(name).Distinct()));

    [Fact]
    public void Names_the_line_of_a_file_that_is_faulty()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "ABC\tAbba\tmore");

        var fault = Assert.Throws<InvalidDataException>(() => ActorNames.Read(path));

        Assert.StartsWith($"GRA-L010 {path}, line 1: ", fault.Message, StringComparison.Ordinal);
        File.Delete(path);
    }
}
