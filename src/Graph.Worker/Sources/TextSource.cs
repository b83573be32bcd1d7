namespace Graph.Worker.Sources;

/// <summary>Where standard input comes from; tests give their own stream.</summary>
/// <param name="Open">Opens the stream; the caller disposes it.</param>
public sealed record TextSource(Func<Stream> Open)
{
    /// <summary>The process's standard input.</summary>
    public static readonly TextSource Console = new(System.Console.OpenStandardInput);
}
