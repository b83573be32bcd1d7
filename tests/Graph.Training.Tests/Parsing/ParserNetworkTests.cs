using Graph.Training.Learning;
using Graph.Training.Networks;
using Graph.Training.Parsing;
using Graph.Training.Tests.Networks;

namespace Graph.Training.Tests.Parsing;

public sealed class ParserNetworkTests
{
    private static readonly ParserShape Shape = new(SmallNetworks.Shape(layers: 3), TagLayer: 2, Tags: 5, Labels: 4, ArcWidth: 16, LabelWidth: 16);

    [Fact]
    public void Gradients_are_those_of_finite_differences()
    {
        var parameters = new ParameterSet(1);
        var network = new ParserNetwork(parameters, Shape, SmallNetworks.Vectors, dropRate: 0.2f);

        Gradients.Check(parameters, () => network.Learn(Examples(), new SeededRandom(5), 1));
    }

    [Fact]
    public void Nothing_is_learned_from_unknown_heads_labels_and_tags()
    {
        var parameters = new ParameterSet(1);
        var network = new ParserNetwork(parameters, Shape, SmallNetworks.Vectors, dropRate: 0);
        var unknown = Example(["The", "envoy", "left"], [-1, -1, -1], Enumerable.Repeat(ParserExample.UnknownHead, 3).ToArray(), [-1, -1, -1]);

        Assert.Equal(0, network.Learn([unknown], new SeededRandom(5), 1));
        Assert.All(parameters.All, parameter => Assert.All(parameter.Gradient.Data.ToArray(), gradient => Assert.Equal(0, gradient)));
    }

    private static ParserExample[] Examples() =>
    [
        Example(["The", "envoy", "left", "Oslo", "."], [0, 1, 2, 3, 4], [1, 2, -1, 2, 2], [0, 1, 2, 3, 1]),
        Example(["Talks", "with", "a", "minister"], [1, 2, 0, 1], [-1, 3, 3, 0], [2, 1, 0, 3]),
    ];

    private static ParserExample Example(string[] forms, int[] tags, int[] heads, int[] labels) =>
        new(forms, ExampleFeatures.Of(forms, SmallNetworks.Vectors, Shape.Encoder), tags, heads, labels);
}
