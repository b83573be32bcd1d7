using System.CommandLine;
using Graph.Worker.Databases;
using Graph.Worker.Inbox;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Worker.Commands;

/// <summary><c>withdraw ARTICLE</c>: takes one article's contribution out of the graph.</summary>
internal static class WithdrawCommand
{
    public static Command Create(CommandRunner runner)
    {
        var article = new Argument<string>("ARTICLE") { Description = "Id or url of the article." };
        var command = new Command("withdraw", "Takes one article's contribution out of the graph, exactly.") { article };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            (services, token) => RunAsync(services, runner.Terminal, result.GetRequiredValue(article), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, Terminal terminal, string article, CancellationToken cancellationToken)
    {
        var store = await services.GetRequiredService<GraphStoreConnection>().OpenAsync(cancellationToken).ConfigureAwait(false);
        var ids = await store.WithdrawAsync(article, cancellationToken).ConfigureAwait(false);

        // The ledger forgets it too, so that a later ingest takes the article in as if it had never been seen.
        var inbox = services.GetRequiredService<IInbox>();
        var isForgotten = false;
        foreach (var id in ids.Append(article).Distinct(StringComparer.Ordinal))
        {
            isForgotten |= await inbox.ForgetAsync(id, cancellationToken).ConfigureAwait(false);
        }

        if (ids.Count == 0)
        {
            await terminal.Error.WriteLineAsync(
                $"No article in the graph has the id or url {article}{(isForgotten ? "; it was taken out of the inbox" : "")}. "
                + "query \"MATCH (a:Article) RETURN a.id, a.url, a.title\" lists them.").ConfigureAwait(false);
            return isForgotten ? ExitCode.Success : ExitCode.WrongUse;
        }

        foreach (var id in ids)
        {
            await terminal.Output.WriteLineAsync(id).ConfigureAwait(false);
        }

        return ExitCode.Success;
    }
}
