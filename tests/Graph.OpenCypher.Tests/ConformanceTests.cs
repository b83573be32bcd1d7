using Graph.OpenCypher.Tests.Running;
using Graph.OpenCypher.Tests.Scenarios;

namespace Graph.OpenCypher.Tests;

/// <summary>Runs every scenario of openCypher's technology compatibility kit, each example as a scenario of its own.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private const string NotFound = $"openCypher's scenarios were not found: set {TckLocation.Variable} to the folder that holds 'features'.";

    /// <summary>Feature groups; one entry that says so where the scenarios are not there.</summary>
    public static TheoryData<string> Groups => TckLocation.Find() is { } tck ? [.. ScenarioReader.Groups(tck)] : [NotFound];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_scenario_of_the_group_passes_or_is_listed_with_a_reason(string group)
    {
        Assert.SkipWhen(group == NotFound, NotFound);
        var tck = TckLocation.Find()!;
        var skipped = SkipList.Read();
        var (passed, listed, faults) = (0, 0, new List<string>());
        foreach (var scenario in ScenarioReader.Read(tck, group))
        {
            var fault = ScenarioRunner.Run(tck, scenario);
            var isListed = skipped.ContainsKey(scenario.Id);
            passed += fault is null ? 1 : 0;
            listed += fault is not null && isListed ? 1 : 0;
            if (fault is null == isListed)
            {
                faults.Add(fault is null ? $"{scenario.Id} passes: take it off the list" : $"{scenario.Id} {scenario.Name}\n  {fault}");
            }
        }

        output.WriteLine($"{group}: {passed} of {passed + listed + faults.Count} scenarios pass, {listed} listed with a reason");
        Assert.True(faults.Count == 0, $"{faults.Count} unexpected in {group}:\n{string.Join("\n", faults)}");
    }

    [Fact]
    public void Every_listed_scenario_exists()
    {
        var tck = TckLocation.Find();
        Assert.SkipWhen(tck is null, NotFound);
        var known = ScenarioReader.Groups(tck!).SelectMany(group => ScenarioReader.Read(tck!, group)).Select(static scenario => scenario.Id).ToHashSet();

        Assert.Subset(known, SkipList.Read().Keys.ToHashSet());
        output.WriteLine($"{known.Count} scenarios");
    }
}
