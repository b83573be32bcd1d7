using System.Text.RegularExpressions;
using Graph.Embedded.Procedures;
using Graph.Embedded.Values;
using Graph.OpenCypher.Tests.Scenarios;

namespace Graph.OpenCypher.Tests.Running;

/// <summary>Procedures that scenarios define: a signature and a table that maps inputs to outputs.</summary>
internal static partial class ScenarioProcedures
{
    /// <param name="read">Reads a value as scenarios write it.</param>
    public static Procedure Define(Step step, Func<string, Value> read)
    {
        var match = Signature().Match(step.Text);
        ProcedureArgument[] arguments = [.. Fields(match.Groups["in"].Value).Select(static field => new ProcedureArgument(field.Name, field.Type))];
        ProcedureColumn[] columns = [.. Fields(match.Groups["out"].Value).Select(static field => new ProcedureColumn(field.Name, field.Type))];
        Value[][] rows = step.Table.Count < 2 ? [] : [.. step.Table.Skip(1).Select(row => row.Select(read).ToArray())];
        return new Procedure(match.Groups["name"].Value, arguments, columns, "Defined by a scenario.", ProcedureMode.Read, (_, given) => rows
            .Where(row => given.Zip(row).All(static pair => pair.First.Equals(pair.Second)))
            .Select(row => row[given.Length..]));
    }

    private static IEnumerable<(string Name, string Type)> Fields(string list) => list
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(static field => field.Split("::", StringSplitOptions.TrimEntries))
        .Select(static parts => (parts[0], parts[1].TrimEnd('?')));

    [GeneratedRegex(@"there exists a procedure (?<name>[\w.]+)\((?<in>[^)]*)\) :: \((?<out>[^)]*)\)")]
    private static partial Regex Signature();
}
