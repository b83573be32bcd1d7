using System.CommandLine;
using Graph.Store.Catalog;
using Graph.Store.Port;
using Graph.Worker.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Worker.Commands;

/// <summary><c>query CYPHER</c>: runs Cypher on the configured database and prints the rows.</summary>
internal static class QueryCommand
{
    public static Command Create(CommandRunner runner)
    {
        var cypher = new Argument<string?>("CYPHER") { Description = "One statement, or several separated by semicolons.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "Reads the statements from a file, or from standard input with -.", HelpName = "PATH" };
        var parameters = new Option<string[]>("--param") { Description = "A parameter; JSON values are taken as such.", HelpName = "name=value" };
        var format = ChoiceOption.Create<ResultFormat>("--format", "Form of the rows; table is the default.");
        var command = new Command("query", "Runs Cypher on the configured database.") { cypher, file, parameters, format };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            async (services, token) =>
            {
                var text = await TextAsync(runner.Terminal, result.GetValue(cypher), result.GetValue(file), token).ConfigureAwait(false);
                var values = QueryParameters.Parse(result.GetValue(parameters) ?? []);
                AddDefaults(text, values);
                return await RunAsync(services, runner.Terminal, text, values, result.GetValue(format), token).ConfigureAwait(false);
            },
            cancellationToken));
        return command;
    }

    /// <summary>A file of <c>cypher/queries</c> says at its head what its parameters are by default.</summary>
    private static void AddDefaults(string text, Dictionary<string, object?> values)
    {
        try
        {
            foreach (var (name, value) in QueryFile.Parse("The statement", text).Defaults)
            {
                values.TryAdd(name, value);
            }
        }
        catch (Exception exception) when (exception is FormatException or System.Text.Json.JsonException)
        {
            throw new UsageException($"A line ':param name => value' at the head cannot be read: {exception.Message}");
        }
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, Terminal terminal, string text, Dictionary<string, object?> parameters, ResultFormat format, CancellationToken cancellationToken)
    {
        var statements = StatementSplitter.Split(text);
        if (statements.Count == 0)
        {
            throw new UsageException("There is no statement to run.");
        }

        var database = await services.GetRequiredService<DatabaseConnection>().OpenAsync(cancellationToken).ConfigureAwait(false);
        foreach (var statement in statements)
        {
            var result = await database.RunAsync(new CypherStatement(statement, parameters), AccessMode.Write, cancellationToken).ConfigureAwait(false);
            await terminal.Output.WriteAsync(ResultText.Format(result, format)).ConfigureAwait(false);
            if (result.Counters != UpdateCounters.None)
            {
                await terminal.Error.WriteLineAsync(Changes(result.Counters)).ConfigureAwait(false);
            }
        }

        return ExitCode.Success;
    }

    private static async Task<string> TextAsync(Terminal terminal, string? cypher, string? file, CancellationToken cancellationToken)
    {
        if ((cypher is null) == (file is null))
        {
            throw new UsageException("Give either CYPHER or --file PATH.");
        }

        try
        {
            using var reader = file is null ? null : file == "-" ? new StreamReader(terminal.Input.Open()) : new StreamReader(file);
            return reader is null ? cypher! : await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--file {file} cannot be read: {exception.Message}");
        }
    }

    private static string Changes(UpdateCounters counters)
    {
        (long Count, string Name)[] changes =
        [
            (counters.NodesCreated, "nodes created"), (counters.NodesDeleted, "nodes deleted"),
            (counters.RelationshipsCreated, "relationships created"), (counters.RelationshipsDeleted, "relationships deleted"),
            (counters.PropertiesSet, "properties set"), (counters.LabelsAdded, "labels added"), (counters.LabelsRemoved, "labels removed"),
            (counters.ConstraintsAdded, "constraints added"), (counters.IndexesAdded, "indexes added"),
        ];
        return string.Join(", ", changes.Where(change => change.Count > 0).Select(change => $"{change.Count} {change.Name}")) + ".";
    }
}
