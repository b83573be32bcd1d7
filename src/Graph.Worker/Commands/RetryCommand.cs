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
                var inbox = services.GetRequiredService<IInbox>();
                var count = await inbox.RetryAsync(token).ConfigureAwait(false);
                var waiting = (await inbox.StatusAsync(token).ConfigureAwait(false)).Waiting;
                await runner.Terminal.Error.WriteLineAsync(waiting == 0
                    ? "Nothing waits in the inbox, and nothing was given up."
                    : $"{waiting} articles wait in the inbox, {count} of them were given up before.").ConfigureAwait(false);
                return waiting == 0 ? ExitCode.Success : await IngestCommand.RunAsync(services, runner.Terminal, [], null, token).ConfigureAwait(false);
            },
            cancellationToken));
        return command;
    }
}
