namespace Graph.OpenCypher.Tests.Scenarios;

/// <summary>A step: what it says, and the text or table below it.</summary>
internal sealed record Step(string Text, string? Body, IReadOnlyList<IReadOnlyList<string>> Table);

/// <summary>A scenario with the values of one example filled in.</summary>
/// <param name="Group">Feature group, such as <c>expressions/list</c>.</param>
/// <param name="Id">Group, feature, number and example: <c>expressions/list/List1 [2] #3</c>.</param>
internal sealed record Scenario(string Group, string Id, string Name, IReadOnlyList<Step> Steps);
