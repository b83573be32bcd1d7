using System.Text.RegularExpressions;

namespace Graph.Fuzzing.Mutation;

/// <summary>Changes a statement at random: its tokens, mixed with those of others, or its letters.</summary>
internal sealed partial class TextMutator(Random random, IReadOnlyList<string> seeds)
{
    /// <summary>Limits and openings that parsers and planners stumble over.</summary>
    private static readonly string[] Telling =
    [
        "9223372036854775807", "-9223372036854775808", "1e308", "0.0", "null", "''", "[]", "{}", "*", "..", "$p", "()", "-->", "``", "/*", "//",
        "'", "\"", "\0", "\uD800", "\u2028", "∞", "RETURN", "WITH *", "UNION", "{", "}", "[", "]", "(", ")",
    ];

    private static readonly (string Open, string Close)[] Openings =
    [
        ("(", ")"), ("[", "]"), ("{a: ", "}"), ("NOT ", ""), ("-", ""), ("CASE WHEN true THEN ", " END"), ("[x IN ", " | x]"),
        ("EXISTS { MATCH (n) WHERE ", " }"), ("1 + ", ""), ("x.", ""), ("CALL { ", " }"),
    ];

    public string Mutate(string text)
    {
        if (random.Next(20) == 0)
        {
            return Nested(text);
        }

        for (var count = 1 + random.Next(4); count > 0; count--)
        {
            text = random.Next(4) == 0 ? MutateLetters(text) : MutateTokens(text);
        }

        return text;
    }

    private string MutateTokens(string text)
    {
        var tokens = Tokens().Matches(text).Select(match => match.Value).ToList();
        if (tokens.Count == 0)
        {
            return Telling[random.Next(Telling.Length)];
        }

        var at = random.Next(tokens.Count);
        switch (random.Next(6))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[random.Next(tokens.Count)]);
                break;
            case 2:
                tokens[at] = Telling[random.Next(Telling.Length)];
                break;
            case 3:
                (tokens[at], var other) = (tokens[random.Next(tokens.Count)], tokens[at]);
                tokens.Insert(random.Next(tokens.Count), other);
                break;
            case 4:
                tokens.InsertRange(at, Piece());
                break;
            default:
                tokens.RemoveRange(at, Math.Min(tokens.Count - at, 1 + random.Next(10)));
                tokens.InsertRange(at, Piece());
                break;
        }

        return string.Concat(tokens);
    }

    /// <summary>A run of tokens of another statement.</summary>
    private List<string> Piece()
    {
        var tokens = Tokens().Matches(seeds[random.Next(seeds.Count)]).Select(match => match.Value).ToList();
        var start = random.Next(tokens.Count);
        return tokens.GetRange(start, Math.Min(tokens.Count - start, 1 + random.Next(12)));
    }

    private string MutateLetters(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var at = random.Next(text.Length);
        return random.Next(3) switch
        {
            0 => text.Remove(at, Math.Min(text.Length - at, 1 + random.Next(5))),
            1 => text.Insert(at, ((char)random.Next(random.Next(4) == 0 ? 0x10000 : 0x80)).ToString()),
            _ => text[..at],
        };
    }

    /// <summary>Something that opens many times over.</summary>
    private string Nested(string text)
    {
        var depth = 1 << random.Next(4, 16);
        var (open, close) = Openings[random.Next(Openings.Length)];
        var nested = $"{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}";
        return random.Next(2) == 0 ? $"RETURN {nested} AS x" : text.Insert(random.Next(text.Length + 1), nested);
    }

    [GeneratedRegex(@"\s+|\w+|'[^']*'|""[^""]*""|.", RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
