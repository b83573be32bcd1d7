using Gherkin;

namespace Graph.OpenCypher.Tests.Scenarios;

/// <summary>Reads feature files and fills examples in.</summary>
internal static class ScenarioReader
{
    public static IEnumerable<string> Groups(string tck)
    {
        var features = Path.Combine(tck, "features");
        return Directory.GetFiles(features, "*.feature", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(features, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Distinct().Order(StringComparer.Ordinal);
    }

    public static IEnumerable<Scenario> Read(string tck, string group) =>
        Directory.GetFiles(Path.Combine(tck, "features", group), "*.feature").Order(StringComparer.Ordinal)
            .SelectMany(file => ReadFile(group, file));

    private static IEnumerable<Scenario> ReadFile(string group, string file)
    {
        var document = new Parser().Parse(file);
        var feature = Path.GetFileNameWithoutExtension(file);
        var background = new List<Step>();
        foreach (var child in document.Feature.Children)
        {
            switch (child)
            {
                case global::Gherkin.Ast.Background before:
                    background.AddRange(before.Steps.Select(static step => StepOf(step, null)));
                    break;
                case global::Gherkin.Ast.Scenario scenario:
                    foreach (var expanded in Expand(group, feature, scenario, background))
                    {
                        yield return expanded;
                    }

                    break;
            }
        }
    }

    private static IEnumerable<Scenario> Expand(string group, string feature, global::Gherkin.Ast.Scenario scenario, List<Step> background)
    {
        var id = $"{group}/{feature} {scenario.Name.Split(' ')[0]}";
        if (!scenario.Examples.Any())
        {
            yield return new Scenario(group, id, scenario.Name, [.. background, .. scenario.Steps.Select(static step => StepOf(step, null))]);
            yield break;
        }

        var number = 0;
        foreach (var examples in scenario.Examples)
        {
            string[] names = [.. examples.TableHeader.Cells.Select(static cell => cell.Value)];
            foreach (var row in examples.TableBody)
            {
                var values = names.Zip(row.Cells.Select(static cell => cell.Value)).ToDictionary(static pair => pair.First, static pair => pair.Second);
                number++;
                yield return new Scenario(
                    group, $"{id} #{number}", scenario.Name, [.. background, .. scenario.Steps.Select(step => StepOf(step, values))]);
            }
        }
    }

    private static Step StepOf(global::Gherkin.Ast.Step step, Dictionary<string, string>? values)
    {
        var body = step.DocString?.Content;
        var table = step.DataTable?.Rows.Select(row => (IReadOnlyList<string>)[.. row.Cells.Select(cell => Fill(cell.Value, values))]);
        return new Step(Fill(step.Text, values), body is null ? null : Fill(body, values), [.. table ?? []]);
    }

    private static string Fill(string text, Dictionary<string, string>? values)
    {
        foreach (var (name, value) in values ?? [])
        {
            text = text.Replace($"<{name}>", value, StringComparison.Ordinal);
        }

        return text;
    }
}
