using Graph.Embedded.Functions;

namespace Graph.Embedded.Binding;

/// <summary>The types of a function's arguments and result, read from the signature texts that SHOW FUNCTIONS gives.</summary>
internal sealed class FunctionSignature
{
    private readonly TypeSet[] _arguments;

    private FunctionSignature(TypeSet[] arguments, StaticType result) => (_arguments, Result) = (arguments, result);

    public StaticType Result { get; }

    public static FunctionSignature Of(ScalarFunction function)
    {
        var parsed = function.Signatures.Select(Parse).ToArray();
        var longest = parsed.Max(static signature => signature._arguments.Length);
        var arguments = new TypeSet[longest];
        for (var i = 0; i < longest; i++)
        {
            arguments[i] = parsed.Where(signature => signature._arguments.Length > i)
                .Aggregate(TypeSet.None, (types, signature) => types | signature._arguments[i]);
        }

        if (function.Name == "toString")
        {
            arguments[0] = TypeSet.Boolean | TypeSet.Number | TypeSet.String | TypeSet.Temporal | TypeSet.Duration | TypeSet.Point;
        }

        // What is no point is no mistake for Neo4j: the answer is null.
        if (function.Name is "point.distance" or "point.withinBBox")
        {
            Array.Fill(arguments, TypeSet.Any);
        }

        return new FunctionSignature(arguments, parsed[0].Result);
    }

    /// <summary>Types that an argument may have; the last counts for all that follow it.</summary>
    public TypeSet Argument(int position) => _arguments.Length == 0 ? TypeSet.Any : _arguments[Math.Min(position, _arguments.Length - 1)];

    private static FunctionSignature Parse(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = MatchingParenthesis(text, open);
        var arguments = SplitTop(text[(open + 1)..close]).Select(static argument =>
        {
            var at = argument.LastIndexOf("::", StringComparison.Ordinal);
            return at < 0 ? TypeSet.Any : TypeOf(argument[(at + 2)..]).Kinds;
        }).ToArray();
        var result = text.LastIndexOf("::", StringComparison.Ordinal);
        return new FunctionSignature(arguments, TypeOf(text[(result + 2)..]));
    }

    private static int MatchingParenthesis(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return text.Length;
    }

    private static IEnumerable<string> SplitTop(string text, char separator = ',')
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '<' or '[' or '(' ? 1 : text[i] is '>' or ']' or ')' ? -1 : 0;
            if (text[i] == separator && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        if (text[start..].Trim().Length > 0)
        {
            yield return text[start..];
        }
    }

    public static StaticType TypeOf(string text)
    {
        var result = new StaticType(TypeSet.None, TypeSet.None);
        foreach (var name in SplitTop(text, '|').Select(static name => name.Trim()))
        {
            result = result.Or(SingleTypeOf(name.TrimEnd('?')));
        }

        return result;
    }

    private static StaticType SingleTypeOf(string name) => name switch
    {
        "BOOLEAN" => StaticType.Boolean,
        "INTEGER" => StaticType.Integer,
        "FLOAT" or "NUMBER" => StaticType.Number,
        "STRING" => StaticType.String,
        "MAP" => new StaticType(TypeSet.Map | TypeSet.Node | TypeSet.Relationship),
        "NODE" => StaticType.Node,
        "RELATIONSHIP" => StaticType.Relationship,
        "PATH" => StaticType.Path,
        "DATE" => new StaticType(TypeSet.Date),
        "LOCAL TIME" => new StaticType(TypeSet.LocalTime),
        "ZONED TIME" => new StaticType(TypeSet.Time),
        "LOCAL DATETIME" => new StaticType(TypeSet.LocalDateTime),
        "ZONED DATETIME" => new StaticType(TypeSet.DateTime),
        "DURATION" => new StaticType(TypeSet.Duration),
        "POINT" => new StaticType(TypeSet.Point),
        "LIST<STRING>" => StaticType.ListOf(TypeSet.String),
        "LIST<INTEGER>" => StaticType.ListOf(TypeSet.Integer),
        _ when name.StartsWith("LIST", StringComparison.Ordinal) => StaticType.ListOf(TypeSet.Any),
        _ => StaticType.Any,
    };
}
