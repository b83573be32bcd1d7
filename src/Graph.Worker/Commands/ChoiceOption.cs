using System.CommandLine;

namespace Graph.Worker.Commands;

/// <summary>An option whose value is one of a few words; the first is the default.</summary>
internal static class ChoiceOption
{
    public static Option<T> Create<T>(string name, string description)
        where T : struct, Enum
    {
        var choices = Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);
        return new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', choices.Keys),
            CustomParser = result =>
            {
                if (choices.TryGetValue(result.Tokens[0].Value, out var value))
                {
                    return value;
                }

                result.AddError($"{name} '{result.Tokens[0].Value}' is not known: write {string.Join(", ", choices.Keys)}.");
                return default;
            },
        };
    }
}
