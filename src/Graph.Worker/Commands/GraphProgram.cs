using System.CommandLine;
using System.CommandLine.Parsing;
using Graph.Worker.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Worker.Commands;

/// <summary>The program: its verbs, from arguments to exit code.</summary>
public static class GraphProgram
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(30);

    /// <summary>Runs one verb; without one, the service.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">Where results and messages go.</param>
    /// <param name="replace">Changes to the services, for tests; null for none.</param>
    /// <param name="cancellationToken">Stops the verb as Ctrl-C does.</param>
    /// <returns>0: all went well; 1: some articles or statements failed; 2: wrong use or configuration.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Terminal terminal, Action<IServiceCollection>? replace, CancellationToken cancellationToken)
    {
        var (verb, settings) = CommandLineSettings.Split(arguments);
        var runner = new CommandRunner(terminal, settings, replace);
        var result = Root(runner).Parse(verb);
        var invocation = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = StopTime,
        };
        List<string> errors = [.. result.Errors.Select(error => error.Message), .. UnknownOptions(result)];
        if (errors.Count > 0)
        {
            foreach (var error in errors)
            {
                await terminal.Error.WriteLineAsync(error).ConfigureAwait(false);
            }

            await terminal.Error.WriteLineAsync("Run with --help to see the verbs and their options.").ConfigureAwait(false);
            return ExitCode.WrongUse;
        }

        return await result.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The parser takes an option that it does not know for an argument, and <c>ingest --dat 2031-05-01 a.txt</c> would look for files of these names.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult result) => result.Tokens.Any(token => token.Type == TokenType.DoubleDash)
        ? []
        : result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .Where(token => token.Value.Length > 1 && token.Value[0] == '-')
            .Select(token => $"Unknown option '{token.Value}'. An argument that begins so comes after --.");

    private static RootCommand Root(CommandRunner runner)
    {
        var root = new RootCommand("Reads news articles and writes a knowledge graph. Without a verb: serve. Settings: --Graph:SECTION:NAME=VALUE.");
        root.Subcommands.Add(ServeCommand.Create(runner));
        root.Subcommands.Add(IngestCommand.Create(runner));
        root.Subcommands.Add(ExtractCommand.Create(runner));
        root.Subcommands.Add(QueryCommand.Create(runner));
        root.Subcommands.Add(ExportCommand.Create(runner));
        root.Subcommands.Add(StatusCommand.Create(runner));
        root.Subcommands.Add(RetryCommand.Create(runner));
        root.Subcommands.Add(WithdrawCommand.Create(runner));
        root.Subcommands.Add(MergesCommand.Create(runner));
        root.Subcommands.Add(DecisionCommands.CreateMerge(runner));
        root.Subcommands.Add(DecisionCommands.CreateSplit(runner));
        root.Subcommands.Add(StoreCommands.CreateBackup(runner));
        root.Subcommands.Add(StoreCommands.CreateRestore(runner));
        root.Subcommands.Add(StoreCommands.CreateCheck(runner));
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(runner, cancellationToken));
        return root;
    }
}
