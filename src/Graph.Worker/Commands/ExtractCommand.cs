using System.CommandLine;
using Graph.Extraction;
using Graph.Worker.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Worker.Commands;

/// <summary><c>extract FILE</c>: the graph documents of a file's articles; touches no database.</summary>
internal static class ExtractCommand
{
    public static Command Create(CommandRunner runner)
    {
        var file = new Argument<string>("FILE") { Description = "File with an article, or - for standard input." };
        var date = DateOption.Create();
        var format = ChoiceOption.Create<DocumentFormat>("--format", "json (the default): one object an article, a line each; text: for people.");
        var command = new Command("extract", "Prints what an article says as a graph document; touches no database.") { file, date, format };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            (services, token) => RunAsync(services, runner.Terminal, result.GetRequiredValue(file), result.GetValue(date), result.GetValue(format), token),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, Terminal terminal, string file, DateOnly? date, DocumentFormat format, CancellationToken cancellationToken)
    {
        var extractor = services.GetRequiredService<IExtractor>();
        var exit = ExitCode.Success;
        await foreach (var entry in services.GetRequiredService<SourceReader>().ReadAsync([file], date, cancellationToken).ConfigureAwait(false))
        {
            if (entry is not SourceEntry.Read(var article, _))
            {
                await terminal.Error.WriteLineAsync(((SourceEntry.Refused)entry).Refusal.ToString()).ConfigureAwait(false);
                exit = ExitCode.SomeFailed;
                continue;
            }

            var document = await extractor.ExtractAsync(article, cancellationToken).ConfigureAwait(false);
            await terminal.Output.WriteAsync(format == DocumentFormat.Text ? GraphDocumentText.Format(document) : GraphDocumentJson.Format(document) + "\n")
                .ConfigureAwait(false);
        }

        return exit;
    }
}
