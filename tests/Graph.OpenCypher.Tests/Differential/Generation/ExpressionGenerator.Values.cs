namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>Numbers, texts, lists and maps.</summary>
internal sealed partial class ExpressionGenerator
{
    private string Integer(int depth) => session.Next(26) switch
    {
        0 or 1 => $"({Make(Kind.Integer, depth)} {session.Pick("+", "-", "*")} {Make(Kind.Integer, depth)})",
        2 => $"({Make(Kind.Integer, depth)} {session.Pick("/", "%")} {session.Pick("2", "3", "-2")})",
        3 => $"size({Make(session.Pick(Kind.Integers, Kind.Text, Kind.Texts), depth)})",
        4 => $"abs({Make(Kind.Integer, depth)})",
        5 => $"sign({Make(session.Pick(Kind.Integer, Kind.Float), depth)})",
        6 => $"toInteger({Make(session.Pick(Kind.Float, Kind.Text, Kind.Boolean), depth)})",
        7 => $"toIntegerOrNull({Make(Kind.Text, depth)})",
        8 => $"coalesce({Make(Kind.Integer, depth)}, {Make(Kind.Integer, depth)})",
        9 => session.Use("CASE", $"CASE WHEN {Make(Kind.Boolean, depth)} THEN {Make(Kind.Integer, depth)} ELSE {Make(Kind.Integer, depth)} END"),
        10 => session.Use("CASE", $"CASE {Make(Kind.Integer, depth)} WHEN 1 THEN {Make(Kind.Integer, depth)} WHEN 2, 3 THEN 7 END"),
        11 => Reduce(depth),
        12 => $"{session.Pick("head", "last")}({Make(Kind.Integers, depth)})",
        13 => $"{Make(Kind.Integers, depth)}[{session.Next(4) - 1}]",
        14 => session.Find(Kind.Path) is { } path ? $"length({path.Name})" : Leaf(Kind.Integer),
        15 => session.Use("COUNT {}", $"COUNT {{ {Subpattern()} }}"),
        16 => $"{Make(Kind.Date, depth)}.{session.Pick("year", "month", "day", "week", "quarter", "dayOfWeek", "ordinalDay")}",
        17 => $"{Make(Kind.Duration, depth)}.{session.Pick("days", "months", "seconds", "hours", "minutesOfHour")}",
        18 => $"char_length({Make(Kind.Text, depth)})",
        19 => $"nullIf({Make(Kind.Integer, depth)}, {Make(Kind.Integer, depth)})",
        20 => $"-{Make(Kind.Integer, 0)}".Replace("--", "", StringComparison.Ordinal),
        21 => $"{Make(Kind.Map, depth)}.i",
        22 => $"{Make(Kind.DateTime, depth)}.{session.Pick("hour", "minute", "epochSeconds", "year")}",
        23 => $"character_length({Make(Kind.Text, depth)})",
        24 => $"size({Make(Kind.Nodes, depth)})",
        _ => Leaf(Kind.Integer),
    };

    private string Reduce(int depth)
    {
        var list = Make(Kind.Integers, depth);
        var (total, item) = (session.Name("acc"), session.Name("x"));
        return Within(item, Kind.Integer, () => $"reduce({total} = {session.Next(3)}, {item} IN {list} | {total} + {Make(Kind.Integer, 0)})");
    }

    private string Float(int depth) => session.Next(24) switch
    {
        0 or 1 => $"({Make(Kind.Float, depth)} {session.Pick("+", "-", "*", "/")} {Make(session.Pick(Kind.Float, Kind.Integer), depth)} * 1.0)",
        2 => $"toFloat({Make(session.Pick(Kind.Integer, Kind.Text), depth)})",
        3 => $"round({Make(Kind.Float, depth)}{session.Pick("", ", 1", ", 1, 'HALF_EVEN'")})",
        4 => $"{session.Pick("ceil", "floor", "abs")}({Make(Kind.Float, depth)})",
        5 => $"sqrt({Make(Kind.Float, depth)})",
        6 => $"{session.Pick("sin", "cos", "tan", "atan", "exp", "cot")}({Make(Kind.Float, depth)})",
        7 => $"{session.Pick("asin", "acos")}({Make(Kind.Float, depth)})",
        8 => $"{session.Pick("log", "log10")}({Make(Kind.Float, depth)})",
        9 => $"atan2({Make(Kind.Float, depth)}, {Make(Kind.Float, depth)})",
        10 => $"{session.Pick("degrees", "radians", "haversin")}({Make(Kind.Float, depth)})",
        11 => session.Pick("pi()", "e()"),
        12 => $"toFloatOrNull({Make(Kind.Text, depth)})",
        13 => $"round(point.distance({Make(Kind.Point, depth)}, {Make(Kind.Point, depth)}), 3)",
        14 => $"({Make(Kind.Integer, depth)} ^ 2)",
        15 => $"{Make(Kind.Point, depth)}.{session.Pick("x", "y")}",
        16 => $"coalesce({Make(Kind.Float, depth)}, 0.5)",
        17 => $"vector.similarity.{session.Pick("cosine", "euclidean")}([1.0, {session.Next(5)}], [{session.Next(3) + 1}, 2.5])",
        _ => Leaf(Kind.Float),
    };

    private string Text(int depth) => session.Next(26) switch
    {
        0 or 1 => $"({Make(Kind.Text, depth)} + {Make(session.Pick(Kind.Text, Kind.Integer), depth)})",
        2 => $"{session.Pick("toUpper", "toLower", "upper", "lower")}({Make(Kind.Text, depth)})",
        3 => $"{session.Pick("trim", "ltrim", "rtrim", "btrim")}({Make(Kind.Text, depth)})",
        4 => $"substring({Make(Kind.Text, depth)}, {session.Next(3)}{session.Pick("", ", 2")})",
        5 => $"replace({Make(Kind.Text, depth)}, 'a', {Make(Kind.Text, 0)})",
        6 => $"{session.Pick("left", "right")}({Make(Kind.Text, depth)}, {session.Next(4)})",
        7 => $"reverse({Make(Kind.Text, depth)})",
        8 => $"toString({Make(session.Pick(Kind.Integer, Kind.Float, Kind.Boolean, Kind.Date, Kind.DateTime, Kind.Duration, Kind.Point), depth)})",
        9 => $"coalesce({Make(Kind.Text, depth)}, {Make(Kind.Text, depth)})",
        10 => session.Use("CASE", $"CASE {Make(Kind.Text, depth)} WHEN 'ada' THEN 'x' WHEN STARTS WITH 'b' THEN {Make(Kind.Text, depth)} ELSE 'z' END"),
        11 => session.Find(Kind.Relationship) is { } relationship ? $"type({relationship.Name})" : Leaf(Kind.Text),
        12 => $"head(split({Make(Kind.Text, depth)}, 'a'))",
        13 => $"valueType({Make(session.Pick(Kind.Integer, Kind.Text, Kind.Integers, Kind.Date, Kind.Float), depth)})",
        14 => $"{Make(Kind.Map, depth)}.s",
        15 => $"normalize({Make(Kind.Text, depth)})",
        16 => $"({Make(Kind.Text, depth)} || {Make(Kind.Text, depth)})",
        17 => $"toStringOrNull({Make(session.Pick(Kind.Integer, Kind.Float, Kind.Map), depth)})",
        18 => $"nullIf({Make(Kind.Text, depth)}, 'bob')",
        _ => Leaf(Kind.Text),
    };

    private string Integers(int depth) => session.Next(18) switch
    {
        0 or 1 => $"range({session.Next(3)}, {session.Next(5)}{session.Pick("", ", 2")})",
        2 or 3 => Comprehension(depth),
        4 => $"({Make(Kind.Integers, depth)} + {Make(session.Pick(Kind.Integers, Kind.Integer), depth)})",
        5 => $"tail({Make(Kind.Integers, depth)})",

        // Copied, since Neo4j 5.26 refuses to reverse a list that comes straight from a property.
        6 => $"reverse([v IN {Make(Kind.Integers, depth)} | v])",
        7 => $"{Make(Kind.Integers, depth)}[{session.Pick("1..", "..2", "0..-1", "-2..")}]",
        8 => $"[{Make(Kind.Integer, depth)}, {Make(Kind.Integer, depth)}]",
        9 => $"toIntegerList({session.Pick("['1', 'x', null]", "[1.5, '2']", Make(Kind.Integers, depth))})",
        10 => session.Find(Kind.Nodes) is { } nodes ? $"[n IN {nodes.Name} | n.uid]" : Leaf(Kind.Integers),
        11 => session.Find(Kind.Path) is { } path ? $"[n IN nodes({path.Name}) | n.uid]" : Leaf(Kind.Integers),
        12 => session.Find(Kind.Path) is { } path ? $"[r IN relationships({path.Name}) | r.uid]" : Leaf(Kind.Integers),
        _ => Leaf(Kind.Integers),
    };

    private string Comprehension(int depth)
    {
        var list = Make(Kind.Integers, depth);
        var item = session.Name("x");
        return Within(item, Kind.Integer, () =>
        {
            var where = session.Chance(60) ? $" WHERE {Make(Kind.Boolean, Math.Min(1, depth))}" : "";
            var projection = session.Chance(60) ? $" | {Make(Kind.Integer, Math.Min(1, depth))}" : "";
            return session.Use("list comprehension", $"[{item} IN {list}{where}{projection}]");
        });
    }

    private string Texts(int depth) => session.Next(12) switch
    {
        0 => $"split({Make(Kind.Text, depth)}, {session.Pick("'a'", "' '", "''")})",
        1 => $"[{Make(Kind.Text, depth)}, {Make(Kind.Text, depth)}]",
        2 => session.Use("list comprehension", $"[t IN {Make(Kind.Texts, 0)} WHERE t IS NOT NULL | toUpper(t)]"),
        3 => $"toStringList({Make(Kind.Integers, depth)})",
        4 => $"toStringList([1, 2.5, true, {Make(Kind.Integer, depth)}])",
        5 => $"[k IN toBooleanList(['true', 'x', {Make(Kind.Text, 0)}]) | toString(k)]",
        6 => $"[k IN toFloatList(['1.5', 'x', {Make(Kind.Text, 0)}]) | toString(k)]",
        _ => Leaf(Kind.Texts),
    };

    private string Map(int depth) => session.Next(9) switch
    {
        0 or 1 => $"{{i: {Make(Kind.Integer, depth)}, s: {Make(Kind.Text, depth)}}}",
        2 or 3 => session.Find(Kind.Node) is { } node
            ? session.Use("map projection", $"{node.Name} {{{session.Pick(".i, .s", ".*", $".i, s: {Make(Kind.Text, 0)}", ".*, i: 1")}}}")
            : Leaf(Kind.Map),
        4 => session.Find(Kind.Node) is { } owner ? $"properties({owner.Name})" : Leaf(Kind.Map),
        5 => session.Find(Kind.Relationship) is { } relationship ? $"properties({relationship.Name})" : Leaf(Kind.Map),
        _ => Leaf(Kind.Map),
    };

    private string Node(int depth) => session.Next(3) switch
    {
        0 => session.Find(Kind.Relationship) is { } relationship
            ? $"{session.Pick("startNode", "endNode")}({relationship.Name})" : Leaf(Kind.Node),
        1 => session.Find(Kind.Path) is { } path ? $"{session.Pick("head", "last")}(nodes({path.Name}))" : Leaf(Kind.Node),
        _ => Leaf(Kind.Node),
    };
}
