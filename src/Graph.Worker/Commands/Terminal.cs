using Graph.Worker.Sources;

namespace Graph.Worker.Commands;

/// <summary>Where a command reads and writes.</summary>
/// <param name="Output">Results, and nothing else.</param>
/// <param name="Error">Progress, logs and messages.</param>
/// <param name="Input">Standard input.</param>
/// <param name="IsInteractive">Whether <paramref name="Error"/> is a terminal that shows a progress bar.</param>
public sealed record Terminal(TextWriter Output, TextWriter Error, TextSource Input, bool IsInteractive)
{
    /// <summary>The console of the process.</summary>
    public static Terminal OfProcess() => new(
        Console.Out, Console.Error, TextSource.Console, !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb");
}
