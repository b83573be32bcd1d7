using System.CommandLine;
using Graph.Embedded.Storage;
using Graph.Worker.Configuration;
using Graph.Worker.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Commands;

/// <summary><c>backup FOLDER</c>, <c>restore FOLDER</c> and <c>check</c>: care of an embedded store's files. A server has tools of its own.</summary>
internal static class StoreCommands
{
    public static Command CreateBackup(CommandRunner runner)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Empty or new folder for the copy." };
        var command = new Command("backup", "Writes a copy of the embedded graph, which is a store itself.") { folder };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            (services, token) => RunAsync(services, runner.Terminal, path =>
            {
                using var engine = Existing(path);
                engine.Backup(result.GetRequiredValue(folder), token);
                return [result.GetRequiredValue(folder)];
            }),
            cancellationToken));
        return command;
    }

    public static Command CreateRestore(CommandRunner runner)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Folder that a backup was written to." };
        var command = new Command("restore", "Checks a backup whole and makes it the embedded graph; there must be none yet.") { folder };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            (services, token) => RunAsync(services, runner.Terminal, path =>
            {
                StorageEngine.Restore(result.GetRequiredValue(folder), path, token);
                return [path];
            }),
            cancellationToken));
        return command;
    }

    public static Command CreateCheck(CommandRunner runner)
    {
        var command = new Command("check", "Reads the embedded graph whole and prints everything that does not fit together; exit code 1 if there is anything.");
        command.SetAction((_, cancellationToken) => runner.RunAsync(
            async (services, token) =>
            {
                var findings = 0;
                await RunAsync(services, runner.Terminal, path =>
                {
                    using var engine = Existing(path);
                    var found = engine.CheckConsistency(token);
                    findings = found.Count;
                    return [.. found.Select(finding => $"{finding.Code}: {finding.Message}")];
                }).ConfigureAwait(false);
                await runner.Terminal.Error.WriteLineAsync(findings == 0 ? "Everything fits together." : $"{findings} findings.").ConfigureAwait(false);
                return findings == 0 ? ExitCode.Success : ExitCode.SomeFailed;
            },
            cancellationToken));
        return command;
    }

    /// <summary>Opening makes a store where there is none, and a mistyped path would be found sound.</summary>
    private static StorageEngine Existing(string path) => EmbeddedStore.Exists(path)
        ? EmbeddedStore.Open(path)
        : throw new UsageException($"There is no graph in {path}. Name its folder by Graph:Database:Uri=embedded:PATH.");

    private static async Task<int> RunAsync(IServiceProvider services, Terminal terminal, Func<string, IReadOnlyList<string>> work)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (options.EmbeddedPath is not { } path)
        {
            throw new UsageException($"{options.Uri} is a server: use its own tools, such as neo4j-admin. This verb is for embedded:PATH.");
        }

        try
        {
            foreach (var line in work(path))
            {
                await terminal.Output.WriteLineAsync(line).ConfigureAwait(false);
            }

            return ExitCode.Success;
        }
        catch (Exception exception) when (exception is StorageException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(exception.Message);
        }
    }
}
