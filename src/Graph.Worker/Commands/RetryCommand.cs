using System.CommandLine;
using Graph.Worker.Inbox;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Worker.Commands;

/// <summary><c>retry</c>: tries again what was given up.</summary>
internal static class RetryCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("retry", "Tries the articles again that were given up, and whatever else waits in the inbox.");
        command.SetAction((_, cancellationToken) => runner.RunAsync(
            async (services, token) =>
            {
                var count = await services.GetRequiredService<IInbox>().RetryAsync(token).ConfigureAwait(false);
                await runner.Terminal.Error.WriteLineAsync($"Trying {count} articles again.").ConfigureAwait(false);
                return await IngestCommand.RunAsync(services, runner.Terminal, [], null, token).ConfigureAwait(false);
            },
            cancellationToken));
        return command;
    }
}
