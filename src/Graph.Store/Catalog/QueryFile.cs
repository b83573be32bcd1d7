using System.Collections.Immutable;
using System.Text.Json;
using Graph.Store.Port;

namespace Graph.Store.Catalog;

/// <summary>A query for users.</summary>
/// <param name="Name">File name without its ending.</param>
/// <param name="Description">What it answers, in plain words: the comment at its head.</param>
/// <param name="Text">The statement, comments included.</param>
/// <param name="Defaults">Example value of each parameter, from its line <c>// :param name => value</c>; the value is JSON.</param>
public sealed record QueryFile(string Name, string Description, string Text, ImmutableSortedDictionary<string, object?> Defaults)
{
    private const string Comment = "//";
    private const string Parameter = ":param ";

    /// <summary>Reads description and parameters off the head of a file.</summary>
    /// <exception cref="FormatException">A parameter line is not <c>// :param name => value</c>.</exception>
    public static QueryFile Parse(string name, string text)
    {
        var comments = text.Split('\n').Select(line => line.Trim())
            .TakeWhile(line => line.StartsWith(Comment, StringComparison.Ordinal))
            .Select(line => line[Comment.Length..].Trim())
            .ToLookup(line => line.StartsWith(Parameter, StringComparison.Ordinal));
        return new QueryFile(
            name,
            string.Join(' ', comments[false]),
            text,
            comments[true].Select(line => Default(name, line[Parameter.Length..])).ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    private static KeyValuePair<string, object?> Default(string file, string text)
    {
        if (text.Split("=>", 2) is not [var parameter, var value])
        {
            throw new FormatException($"{file}: ':param {text}' is not ':param name => value'.");
        }

        using var document = JsonDocument.Parse(value.Trim());
        return new(parameter.Trim(), JsonValue.Of(document.RootElement));
    }
}
