using Graph.Language;
using Graph.Language.Models;
using Graph.Training.Learning;
using Graph.Training.Naming;
using Graph.Training.Networks;
using Graph.Training.Tests.Networks;

namespace Graph.Training.Tests.Naming;

public sealed class NameNetworkTests
{
    [Fact]
    public void Gradients_are_those_of_finite_differences()
    {
        var shape = SmallNetworks.Shape(layers: 2);
        var parameters = new ParameterSet(1);
        var network = new NameNetwork(parameters, shape, ownHeads: 2, SmallNetworks.Vectors, dropRate: 0.2f);
        NameExample[] examples =
        [
            Example(shape, 0, ["Ann", "Lee", "left", "Oslo"], [NameLabels.Begin(NameKind.Person), NameLabels.Last(NameKind.Person), 0, NameLabels.Only(NameKind.Place)]),
            Example(shape, 1, ["The", "UN", "met"], [0, NameLabels.Only(NameKind.Organisation), 0]),
            Example(shape, -1, ["Talks", "with", "Iran"], [-1, 0, NameLabels.Only(NameKind.State)]),
        ];

        Gradients.Check(parameters, () => network.Learn(examples, new SeededRandom(5), 1));
    }

    private static NameExample Example(EncoderShape shape, int head, string[] forms, int[] labels) =>
        new(head, forms, ExampleFeatures.Of(forms, SmallNetworks.Vectors, shape), labels);
}
