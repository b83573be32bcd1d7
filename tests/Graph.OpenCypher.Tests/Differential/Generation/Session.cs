using System.Text.RegularExpressions;
using Graph.Embedded.Values;

namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>What the generators of one statement share: chance, variables, parameters, and what was used.</summary>
internal sealed partial class Session(Random random)
{
    private int _names;

    public List<Variable> Scope { get; set; } = [];

    public Dictionary<string, Value> Parameters { get; } = [];

    public HashSet<string> Features { get; } = new(StringComparer.Ordinal);

    public int Next(int below) => random.Next(below);

    public bool Chance(int percent) => random.Next(100) < percent;

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public string Name(string stem) => $"{stem}{_names++}";

    public Variable Add(string stem, Kind kind)
    {
        var variable = new Variable(Name(stem), kind);
        Scope.Add(variable);
        return variable;
    }

    public Variable? Find(Kind kind)
    {
        var found = Scope.Where(variable => variable.Kind == kind).ToArray();
        return found.Length == 0 ? null : Pick(found);
    }

    /// <summary>Notes a clause or function.</summary>
    public string Use(string feature, string text)
    {
        Features.Add(feature);
        return text;
    }

    /// <summary>The literal, or a parameter with its value.</summary>
    public string Literal(Value value)
    {
        if (!Chance(20))
        {
            return value.ToString();
        }

        var name = $"p{Parameters.Count}";
        Parameters.Add(name, value);
        Features.Add("parameter");
        return "$" + name;
    }

    /// <summary>Notes every function that a text calls.</summary>
    public void NoteFunctions(string text)
    {
        foreach (Match match in Call().Matches(text))
        {
            Features.Add(match.Groups[1].Value + "()");
        }
    }

    [GeneratedRegex(@"(?<![\w:])([a-z]\w*(?:\.\w+)*)\(")]
    private static partial Regex Call();
}
