using System.Diagnostics;
using Graph.Worker.Commands;

namespace Graph.Worker.Tests.Commands;

/// <summary>The program as a process of its own, for what cannot be seen from inside: its exit code, and its sudden end.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    private WorkerProcess(Process process) => this.process = process;

    /// <summary>Its messages, a line at a time.</summary>
    public StreamReader Error => process.StandardError;

    /// <summary>Starts the program with an embedded graph and an inbox below a folder.</summary>
    public static WorkerProcess Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var assembly = typeof(GraphProgram).Assembly.Location;
        var tests = Path.Combine(AppContext.BaseDirectory, typeof(WorkerProcess).Assembly.GetName().Name!);
        string[] program = ["exec", "--runtimeconfig", tests + ".runtimeconfig.json", "--depsfile", tests + ".deps.json", assembly];
        foreach (var argument in program.Concat(arguments).Append("--Graph:Database:Uri=embedded:graph").Append("--Graph:Inbox:Path=inbox.db"))
        {
            start.ArgumentList.Add(argument);
        }

        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string folder, params string[] arguments)
    {
        using var worker = Start(folder, arguments);
        var output = worker.process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = worker.process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await worker.process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (worker.process.ExitCode, await output, await error);
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
