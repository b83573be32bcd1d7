namespace Graph.Worker.Commands;

/// <summary>Exit codes of every verb.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>Some articles or statements failed.</summary>
    public const int SomeFailed = 1;

    /// <summary>Wrong use or configuration.</summary>
    public const int WrongUse = 2;
}
