using System.CommandLine;
using Graph.Worker.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Commands;

/// <summary><c>status</c>: the ledger of the inbox.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("status", "Shows what became of the articles, and everything that was given up.");
        command.SetAction((_, cancellationToken) => runner.RunAsync((services, _) => RunAsync(services, runner.Terminal), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, Terminal terminal)
    {
        var status = SqliteInbox.ReadStatus(services.GetRequiredService<IOptions<InboxOptions>>().Value);
        var counts = status.Counts.Select(count => (IReadOnlyList<string>)[count.Key.ToString().ToLowerInvariant(), count.Value.ToString()]).ToList();
        await terminal.Output.WriteAsync(TextTable.Format(["state", "articles"], counts)).ConfigureAwait(false);
        if (status.Dead.Count > 0)
        {
            var dead = status.Dead.Select(entry => (IReadOnlyList<string>)
                [entry.ArticleId, entry.Attempts.ToString(), entry.Code ?? "", entry.Origin, entry.Reason ?? ""]).ToList();
            await terminal.Output.WriteAsync("\n" + TextTable.Format(["article", "attempts", "code", "origin", "reason"], dead)).ConfigureAwait(false);
        }

        return ExitCode.Success;
    }
}
