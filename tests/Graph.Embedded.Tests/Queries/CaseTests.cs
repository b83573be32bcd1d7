namespace Graph.Embedded.Tests.Queries;

public sealed class CaseTests
{
    public static TheoryData<string> Names => [.. CaseFiles.Read().Select(static @case => @case.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_case_holds(string name)
    {
        var @case = CaseFiles.Read().Single(candidate => candidate.ToString() == name);
        using var runner = new CaseRunner(@case);
        foreach (var block in @case.Blocks)
        {
            runner.Run(block);
        }
    }
}
