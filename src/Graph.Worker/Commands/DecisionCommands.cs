using System.CommandLine;
using Graph.Store.Writing;
using Graph.Worker.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Worker.Commands;

/// <summary><c>merge A B</c> and <c>split A</c>: a person's word on what is one entity.</summary>
internal static class DecisionCommands
{
    public static Command CreateMerge(CommandRunner runner)
    {
        var one = new Argument<string>("A") { Description = "Id of an entity." };
        var other = new Argument<string>("B") { Description = "Id of another of the same kind." };
        var command = new Command("merge", "Makes one entity of two, against or beyond the rules; split undoes it.") { one, other };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            (services, token) => RunAsync(
                services, runner.Terminal, decisions => decisions.MergeAsync(result.GetRequiredValue(one), result.GetRequiredValue(other), token), token),
            cancellationToken));
        return command;
    }

    public static Command CreateSplit(CommandRunner runner)
    {
        var id = new Argument<string>("A") { Description = "Id of an entity, or an id that was merged into one (the verb merges lists them)." };
        var command = new Command("split", "Takes a merged entity apart, or takes one id out of it; merge undoes it.") { id };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            (services, token) => RunAsync(services, runner.Terminal, decisions => decisions.SplitAsync(result.GetRequiredValue(id), token), token),
            cancellationToken));
        return command;
    }

    /// <summary>Prints the entities that the ids stand for now.</summary>
    private static async Task<int> RunAsync(
        IServiceProvider services, Terminal terminal, Func<EntityDecisions, Task<DecisionOutcome>> decide, CancellationToken cancellationToken)
    {
        var store = await services.GetRequiredService<GraphStoreConnection>().OpenAsync(cancellationToken).ConfigureAwait(false);
        switch (await decide(new EntityDecisions(store)).ConfigureAwait(false))
        {
            case DecisionOutcome.Done(var entities):
                foreach (var entity in entities)
                {
                    await terminal.Output.WriteLineAsync(entity).ConfigureAwait(false);
                }

                return ExitCode.Success;
            case DecisionOutcome.Unchanged(var entity):
                await terminal.Output.WriteLineAsync(entity).ConfigureAwait(false);
                await terminal.Error.WriteLineAsync("Nothing to change: it is so already.").ConfigureAwait(false);
                return ExitCode.Success;
            case DecisionOutcome.UnknownId(var id):
                throw new UsageException($"No entity and no record has the id {id}. query \"MATCH (e:Entity) RETURN e.id, e.name\" lists the entities.");
            case DecisionOutcome.DifferentKinds(var one, var other):
                throw new UsageException($"A {one} and a {other} cannot be one entity.");
            default:
                throw new InvalidOperationException("An outcome of no known kind.");
        }
    }
}
