namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>Statements that call many functions, so that each is called often.</summary>
internal sealed partial class QueryGenerator
{
    private const int CallsPerStatement = 12;
    private const int RareCallsPerStatement = 7;

    /// <summary>Calls that the others seldom make; what differs from run to run is compared by what it always is.</summary>
    private static readonly string[] RareCalls =
    [
        "rand() < 1", "size(randomUUID())", "timestamp() > 0", "size(keys(n))", "toFloatList(['1.5', n.s, null])", "toBooleanList(['true', n.s])",
        "exists((n)-->())", "startNode(r).uid", "endNode(r).uid", "id(n) >= 0", "elementId(n) <> elementId(r)", "toBoolean(n.s)", "isNaN(n.f)", "sin(n.f)",
        "cos(n.f)", "tan(n.f)", "cot(n.f)", "asin(n.f)", "acos(n.f)", "atan(n.f)", "exp(n.f)", "log(n.f)", "log10(n.f)", "haversin(n.f)", "degrees(n.f)",
        "radians(n.f)", "floor(n.f)", "ceil(n.f)", "sqrt(n.f)", "pi() + n.f", "e() * n.f", "atan2(n.f, m.f)", "single(x IN n.l WHERE x = 1)", "none(x IN n.l WHERE x = 1)",
        "n {.s, .i, k: m.uid}", "n['i']", "m[n.s]", "properties(r).w", "tail(n.l)", "last(n.l)", "reverse(n.s)", "right(n.s, 2)", "btrim(n.s, 'a')", "ltrim(n.s, 'a')",
        "upper(n.s)", "lower(m.s)", "character_length(n.s)", "toIntegerList([n.s, n.f])", "toStringList([n.i, n.f])", "toBooleanOrNull(n.s)", "valueType(n.l)",
        "point.withinBBox(point({x: n.i, y: 1}), point({x: 0, y: 0}), point({x: 2, y: 2}))", "vector.similarity.cosine([1.0, m.uid + 1], [2, n.uid])",
        "vector.similarity.euclidean([n.uid], [m.uid])", "duration.inDays(n.d, m.dt)", "duration.inMonths(n.d, m.d)", "duration.inSeconds(n.dt, m.dt)",
        "nullIf(n.s, m.s)", "n IS :: NODE", "r IS :: RELATIONSHIP NOT NULL", "n.i IS NOT :: FLOAT", "n.l IS :: LIST<INTEGER NOT NULL>",
        "[q = (n)-[*1..2]->() | length(q)][0] IS NOT NULL", "COUNT { (n)-->(x) WHERE x.i > 0 }", "COUNT { MATCH (n)--(x) RETURN DISTINCT x }",
        "EXISTS { MATCH (n)-->(x) WHERE EXISTS { (x)-->(n) } }", "size(COLLECT { MATCH (n)--(x) RETURN x.uid })", "reduce(t = [], x IN n.l | t + (x * 2))",
        "[x IN [y IN n.l WHERE y > 0] | x + size([z IN n.l WHERE z = x])]", "any(x IN n.l WHERE x > 1)", "all(x IN n.l WHERE x > 0)", "toLower(n.s)", "size(relationships(p))", "size(nodes(p))", "n {.*}", "n:A&!B", "n:(A|B)&C", "r:R|S", "CASE n.s WHEN STARTS WITH 'a' THEN 1 WHEN 'bob', 'cy' THEN 2 ELSE 3 END",
    ];

    private string RareCall()
    {
        if (_session.Chance(72))
        {
            return _session.Pick(RareCalls);
        }

        var name = _session.Pick("date", "datetime", "localdatetime", "localtime", "time");
        return $"{name}.{_session.Pick("transaction", "statement", "realtime")}() IS NOT NULL";
    }

    private string Functions()
    {
        _session.Scope.AddRange([new Variable("n", Kind.Node), new Variable("m", Kind.Node), new Variable("r", Kind.Relationship), new Variable("p", Kind.Path)]);
        var columns = Enumerable.Range(0, CallsPerStatement).Select(i => $"{(i < RareCallsPerStatement ? RareCall() : Call())} AS o{i}");
        return $"MATCH p = (n)-[r]->(m) WHERE n.uid < {_session.Next(5) + 1} RETURN {string.Join(", ", columns)}";
    }

    private string Call()
    {
        var make = _session.Pick<Func<string>>(
            NumberCall, NumberCall, TextCall, TextCall, ListCall, ConversionCall, GraphCall, TemporalCall, TemporalCall, SpatialCall);
        return make();
    }

    private string F => _expressions.Make(Kind.Float, 1);

    private string I => _expressions.Make(Kind.Integer, 1);

    private string S => _expressions.Make(Kind.Text, 1);

    private string L => _expressions.Make(Kind.Integers, 1);

    private string NumberCall()
    {
        var one = _session.Pick(
            "abs", "acos", "asin", "atan", "ceil", "cos", "cot", "degrees", "exp", "floor", "haversin", "isNaN", "log", "log10", "radians", "round",
            "sign", "sin", "sqrt", "tan", "atan2", "e", "pi");
        return one switch
        {
            "atan2" => $"atan2({F}, {F})",
            "e" or "pi" => $"{one}() * {F}",
            "exp" => $"exp({F} / 10)",
            _ => $"{one}({F})",
        };
    }

    private string TextCall() => _session.Pick(
        "btrim", "char_length", "character_length", "left", "lower", "ltrim", "normalize", "replace", "reverse", "right", "rtrim", "size", "split",
        "substring", "toLower", "toUpper", "trim", "upper", "isEmpty") switch
    {
        "left" => $"left({S}, {_session.Next(4)})",
        "right" => $"right({S}, {_session.Next(4)})",
        "replace" => $"replace({S}, {S}, 'x')",
        "split" => $"split({S}, {_session.Pick("'a'", "'b'", "' '", "''", "['a', 'b']")})",
        "substring" => $"substring({S}, {_session.Next(4)}{_session.Pick("", ", 1", ", 9")})",
        "btrim" => $"btrim({S}, {_session.Pick("'a'", "'ab'", "' '")})",
        "ltrim" => $"ltrim({S}{_session.Pick("", ", 'a'")})",

        // Where a text is a part of another, Neo4j 5.26 trims its first character too, else not: no part is given.
        "rtrim" => _session.Chance(50) ? $"rtrim({S})" : $"rtrim({_expressions.Make(Kind.Text, 0)}, 'b')",
        "trim" => $"trim({_session.Pick("", "BOTH 'a' FROM ", "LEADING 'a' FROM ", "TRAILING FROM ")}{S})",
        var one => $"{one}({S})",
    };

    private string ListCall() => _session.Pick("head", "last", "tail", "size", "range", "reduce", "all", "any", "none", "single", "isEmpty", "coalesce", "nullIf", "keys", "vector") switch
    {
        "range" => $"range({I}, {_session.Next(6)}, {_session.Pick("1", "2", "3")})".Replace("range(null", "range(1", StringComparison.Ordinal),
        "reduce" => $"reduce(t = 0, x IN {L} | t + x)",
        "coalesce" => $"coalesce({_expressions.Make(Kind.Float, 0)}, {F}, 1.5)",
        "nullIf" => $"nullIf({S}, {S})",
        "keys" => $"size(keys({_session.Pick("n", "r", "{a: 1, b: null}")}))",
        "vector" => $"vector.similarity.{_session.Pick("cosine", "euclidean")}([1.0, {_session.Next(5)}], [{_session.Next(3) + 1}, 2.5])",
        "all" or "any" or "none" or "single" => $"{_session.Pick("all", "any", "none", "single")}(x IN {L} WHERE x {_session.Pick("<", ">", "=", "<>")} {_session.Next(4)})",
        var one => $"{one}({L})",
    };

    private string ConversionCall()
    {
        var one = _session.Pick("toBoolean", "toFloat", "toInteger", "toString", "toBooleanOrNull", "toFloatOrNull", "toIntegerOrNull", "toStringOrNull", "List", "valueType");
        return one switch
        {
            "List" => $"{_session.Pick("toBooleanList", "toFloatList", "toIntegerList", "toStringList")}([{I}, {S}, '1.5', 'true', null, true])",
            "toStringOrNull" or "valueType" => $"{one}({_expressions.Any(1).Text})",
            "toString" => $"toString({_expressions.Make(_session.Pick(Kind.Integer, Kind.Float, Kind.Boolean, Kind.Date, Kind.Point, Kind.Text), 1)})",
            "toBoolean" => $"toBoolean({_session.Pick(S, I, "'true'", "' FALSE '")})",
            _ => $"{one}({_session.Pick(S, I, "'12'", "'-3.75'", "'1e2'", "' 7 '", "'x'")})",
        };
    }

    private string GraphCall() => _session.Pick("labels", "type", "startNode", "endNode", "nodes", "relationships", "length", "properties", "exists", "elementId", "id") switch
    {
        "labels" => "size(labels(n))",
        "startNode" => "startNode(r).uid",
        "endNode" => "endNode(r).uid",
        "nodes" => "size(nodes(p))",
        "relationships" => "[x IN relationships(p) | x.uid]",
        "length" => "length(p)",
        "properties" => $"properties({_session.Pick("n", "r")}).{_session.Pick("s", "uid")}",
        "exists" => $"exists((n)-->({_patterns.Labels()}))",
        "elementId" => "elementId(n) = elementId(m)",
        "id" => "id(n) = id(m)",
        _ => "type(r)",
    };

    private string TemporalCall()
    {
        var kind = _session.Pick(Kind.Date, Kind.DateTime, Kind.LocalDateTime, Kind.LocalTime, Kind.Time);
        var name = kind.ToString().ToLowerInvariant();
        return _session.Next(9) switch
        {
            0 => $"duration.{_session.Pick("between", "inDays", "inMonths", "inSeconds")}({_expressions.Make(Kind.Date, 1)}, {_expressions.Make(Kind.DateTime, 1)})",
            1 => $"duration({{days: {_session.Next(40)}, hours: {_session.Next(90)}, months: 1.5}})",
            2 => $"datetime.fromepoch({_session.Next(2_000_000)}, {_session.Next(1000)})",
            3 => $"datetime.fromepochmillis({_session.Next(2_000_000)})",
            4 => $"{name}.truncate('{(kind is Kind.LocalTime or Kind.Time ? _session.Pick("hour", "minute", "day") : _session.Pick("month", "year", "week", "day"))}', coalesce({_expressions.Make(kind, 1)}, {Fixed(kind)}))",
            5 => $"toString({_expressions.Make(kind, 1)})",
            6 => $"{name}({Fixed(kind)})",
            7 => $"{name}.{_session.Pick("transaction", "statement", "realtime")}() > {Fixed(kind)} IS NOT NULL",
            _ => kind == Kind.Date ? $"date({{year: 2020, week: {_session.Next(50) + 1}, dayOfWeek: {_session.Next(7) + 1}}})" : $"({_expressions.Make(kind, 1)} + {_expressions.Make(Kind.Duration, 1)})",
        };
    }

    private static string Fixed(Kind kind) => kind switch
    {
        Kind.Date => "date('2016-02-29')",
        Kind.DateTime => "datetime('2016-02-29T10:20:30.5+01:00')",
        Kind.LocalDateTime => "localdatetime('2016-02-29T10:20:30.5')",
        Kind.LocalTime => "localtime('10:20:30.5')",
        _ => "time('10:20:30.5+01:00')",
    };

    private string SpatialCall() => _session.Next(4) switch
    {
        0 => $"point.distance({_expressions.Make(Kind.Point, 0)}, {_expressions.Make(Kind.Point, 0)})",
        1 => "point.withinBBox(point({x: 1, y: 1}), point({x: 0, y: 0}), point({x: 2, y: 2}))",
        2 => $"point({{latitude: {_session.Next(80)}, longitude: {_session.Next(170)}}}).{_session.Pick("latitude", "crs", "srid")}",
        _ => _session.Pick("size(randomUUID())", "rand() < 2", "timestamp() > 0"),
    };
}
