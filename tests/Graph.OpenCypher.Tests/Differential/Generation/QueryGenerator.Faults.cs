namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>Operators and functions over values of any type: most fail, and must fail alike, before running or while it runs.</summary>
internal sealed partial class QueryGenerator
{
    private static readonly string[] AnyValues =
    [
        "1", "-7", "9223372036854775807", "-9223372036854775808", "2.5", "-0.0", "1e308", "'a'", "''", "'12'", "'Ünï 日本😀'", "true", "false", "null",
        "[]", "[1, 2]", "['a', null]", "[1, 'a']", "{}", "{a: 1}", "date('2020-02-29')", "duration('P1M2DT3S')", "localtime('10:20')",
        "datetime('2020-02-29T10:20+01:00')", "point({x: 1, y: 2})",
    ];

    private static readonly string[] BinaryOperators =
        ["+", "-", "*", "/", "%", "^", "||", "=", "<>", "<", "<=", ">", ">=", "IN", "STARTS WITH", "CONTAINS", "=~", "AND", "OR", "XOR"];

    private static readonly string[] UnaryCalls =
    [
        "-@", "NOT @", "@ IS NULL", "@[0]", "@['a']", "@.a", "@.year", "@[..1]", "size(@)", "head(@)", "last(@)", "tail(@)", "reverse(@)", "keys(@)",
        "properties(@)", "abs(@)", "sign(@)", "ceil(@)", "round(@)", "sqrt(@)", "exp(@)", "toUpper(@)", "trim(@)", "toInteger(@)", "toFloat(@)",
        "toBoolean(@)", "toString(@)", "toIntegerOrNull(@)", "toStringOrNull(@)", "toIntegerList(@)", "toStringList(@)", "valueType(@)", "isEmpty(@)",
        "char_length(@)", "isNaN(@)", "coalesce(@, 1)", "date(@)", "duration(@)", "point(@)", "labels(@)", "type(@)", "nodes(@)", "length(@)",
        "range(1, @)", "left('abc', @)", "substring('abc', @)", "split(@, ',')", "replace(@, 'a', 'b')", "[x IN @ | 1]", "any(x IN @ WHERE x = 1)",
        "all(x IN [@] WHERE x)", "reduce(t = 0, x IN @ | t + 1)", "CASE WHEN @ THEN 1 ELSE 2 END", "CASE @ WHEN 1 THEN 'one' ELSE 'other' END",
        "@ IS :: INTEGER", "@ IS :: LIST<ANY>", "@ IS :: STRING | FLOAT", "{k: @}.k", "[@, 1][0]", "sum(@)", "avg(@)", "min(@)", "collect(@)", "stdev(@)",
        "percentileDisc(@, 0.5)", "count(@)", "duration.between(@, date('2020-01-01'))", "point.distance(@, @)", "vector.similarity.cosine(@, [1, 2])",
    ];

    private string Fault()
    {
        string Value() => _session.Pick(AnyValues);
        var known = _session.Chance(50);
        var (first, second) = known ? (Value(), Value()) : ("x", "y");
        var expression = _session.Chance(50)
            ? $"{first} {_session.Pick(BinaryOperators)} {second}"
            : _session.Pick(UnaryCalls).Replace("@", first, StringComparison.Ordinal);
        _session.Use("fault", "");
        return known ? $"RETURN {expression} AS o" : $"UNWIND [{Value()}] AS x UNWIND [{Value()}] AS y RETURN {expression} AS o";
    }
}
