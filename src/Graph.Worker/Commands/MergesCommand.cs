using System.CommandLine;
using Graph.Store.Catalog;
using Graph.Store.Port;
using Graph.Worker.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Worker.Commands;

/// <summary><c>merges</c>: what was resolved to what, by which rule and why.</summary>
internal static class MergesCommand
{
    private const string Query = "resolved-from";

    public static Command Create(CommandRunner runner)
    {
        var format = new Option<ResultFormat>("--format") { Description = "Form of the rows.", HelpName = "table|json|csv" };
        var command = new Command("merges", "Shows which ids of articles were taken to mean one entity, by which rule and why.") { format };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            async (services, token) =>
            {
                var database = await services.GetRequiredService<DatabaseConnection>().OpenAsync(token).ConfigureAwait(false);
                var text = CypherCatalog.Load().Queries.Single(query => query.Name == Query).Text;
                var rows = await database.RunAsync(new CypherStatement(text), AccessMode.Read, token).ConfigureAwait(false);
                await runner.Terminal.Output.WriteAsync(ResultText.Format(rows, result.GetValue(format))).ConfigureAwait(false);
                return ExitCode.Success;
            },
            cancellationToken));
        return command;
    }
}
