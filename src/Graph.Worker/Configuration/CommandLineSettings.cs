namespace Graph.Worker.Configuration;

/// <summary>Settings on the command line: <c>--Graph:Http:Url=http://127.0.0.1:0</c>, or the value as the next argument.</summary>
internal static class CommandLineSettings
{
    /// <summary>Parts settings, which hold a colon in their name, from what belongs to the verb.</summary>
    public static (string[] Verb, string[] Settings) Split(IReadOnlyList<string> arguments)
    {
        var verb = new List<string>();
        var settings = new List<string>();
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (argument == "--")
            {
                verb.AddRange(arguments.Skip(index));
                break;
            }

            if (!argument.StartsWith("--", StringComparison.Ordinal) || !argument.Split('=')[0].Contains(':', StringComparison.Ordinal))
            {
                verb.Add(argument);
            }
            else if (argument.Contains('=', StringComparison.Ordinal) || index + 1 == arguments.Count)
            {
                settings.Add(argument.Contains('=', StringComparison.Ordinal) ? argument : argument + "=");
            }
            else
            {
                settings.Add($"{argument}={arguments[++index]}");
            }
        }

        return ([.. verb], [.. settings]);
    }
}
