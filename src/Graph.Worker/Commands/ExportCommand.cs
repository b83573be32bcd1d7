using System.CommandLine;
using Graph.Store.Export;
using Graph.Worker.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Worker.Commands;

/// <summary><c>export PATH</c>: the whole graph as a file, or as a folder for the formats that need several.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandRunner runner)
    {
        var path = new Argument<string>("PATH") { Description = "File to write; a folder for csv." };
        var format = ChoiceOption.Create<ExportFormat>("--format", "jsonl (the default), graphml, csv for neo4j-admin import, or cypher.");
        var command = new Command("export", "Writes the whole graph out: every node and relationship with every label and property.") { path, format };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            (services, token) => RunAsync(services, runner.Terminal, result.GetRequiredValue(path), result.GetValue(format), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, Terminal terminal, string path, ExportFormat format, CancellationToken cancellationToken)
    {
        var database = await services.GetRequiredService<DatabaseConnection>().OpenAsync(cancellationToken).ConfigureAwait(false);
        var graph = await GraphExport.ReadAsync(database, cancellationToken).ConfigureAwait(false);
        try
        {
            var files = ExportFiles.Write(graph, format, path);
            foreach (var file in files)
            {
                await terminal.Output.WriteLineAsync(file).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {exception.Message}");
        }

        await terminal.Error.WriteLineAsync($"{graph.Nodes.Length} nodes and {graph.Relationships.Length} relationships.").ConfigureAwait(false);
        return ExitCode.Success;
    }
}
