using Graph.Embedded.Values;

namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>Random expressions of a type; none that can fail, so that the order in which a server evaluates does not matter.</summary>
internal sealed partial class ExpressionGenerator(Session session)
{
    /// <summary>Makes the pattern of EXISTS and its kin; set by the query generator.</summary>
    public Func<string>? Pattern { get; set; }

    public string Make(Kind kind, int depth = 2)
    {
        if (session.Find(kind) is { } variable && session.Chance(depth == 0 ? 60 : 30))
        {
            return variable.Name;
        }

        return depth <= 0 ? Leaf(kind) : kind switch
        {
            Kind.Integer => Integer(depth - 1),
            Kind.Float => Float(depth - 1),
            Kind.Text => Text(depth - 1),
            Kind.Boolean => Predicate(depth - 1),
            Kind.Integers => Integers(depth - 1),
            Kind.Texts => Texts(depth - 1),
            Kind.Map => Map(depth - 1),
            Kind.Nodes => session.Find(Kind.Path) is { } path ? $"nodes({path.Name})" : $"[{Make(Kind.Node, 0)}]",
            Kind.Relationships => session.Find(Kind.Path) is { } path ? $"relationships({path.Name})" : $"[{Make(Kind.Relationship, 0)}]",
            Kind.Node => Node(depth - 1),
            _ => Temporal(kind, depth - 1),
        };
    }

    /// <summary>An expression of any type that may be a column, and its type.</summary>
    public (string Text, Kind Kind) Any(int depth = 2)
    {
        var kind = session.Pick(
            Kind.Integer, Kind.Integer, Kind.Text, Kind.Text, Kind.Boolean, Kind.Float, Kind.Integers, Kind.Texts, Kind.Map, Kind.Date,
            Kind.DateTime, Kind.LocalDateTime, Kind.LocalTime, Kind.Time, Kind.Duration, Kind.Point);
        return (Make(kind, depth), kind);
    }

    public string Predicate(int depth)
    {
        var choice = session.Next(depth <= 0 ? 9 : 22);
        return choice switch
        {
            0 => $"{Make(Kind.Integer, depth)} {session.Pick("=", "<>", "<", "<=", ">", ">=")} {Make(Kind.Integer, depth)}",
            1 => $"{Make(Kind.Text, depth)} {session.Pick("=", "<>", "<", ">=", "STARTS WITH", "ENDS WITH", "CONTAINS")} {Make(Kind.Text, depth)}",
            2 => $"{Make(session.Pick(Kind.Integer, Kind.Text, Kind.Float), depth)} {session.Use("IS NULL", session.Pick("IS NULL", "IS NOT NULL"))}",
            3 => $"{Make(Kind.Integer, depth)} IN {Make(Kind.Integers, depth)}",
            4 => LabelTest(),
            5 => Property(Kind.Boolean) ?? "true",
            6 => $"{Make(Kind.Float, depth)} {session.Pick("<", "<=", ">", ">=", "=")} {Make(Kind.Float, depth)}",
            7 => session.Pick("true", "false", "true"),
            8 => $"{Make(Kind.Text, depth)} IN {Make(Kind.Texts, depth)}",
            9 => $"({Make(Kind.Boolean, depth)} AND {Make(Kind.Boolean, depth)})",
            10 => $"({Make(Kind.Boolean, depth)} OR {Make(Kind.Boolean, depth)})",
            11 => $"({Make(Kind.Boolean, depth)} XOR {Make(Kind.Boolean, depth)})",
            12 => $"NOT ({Make(Kind.Boolean, depth)})",
            13 => Quantifier(depth),
            14 => session.Use("EXISTS {}", $"EXISTS {{ {Subpattern()} }}"),
            15 => session.Find(Kind.Node) is { } node ? session.Use("pattern predicate", $"({node.Name}){Arrow()}()") : "true",
            16 => $"isEmpty({Make(session.Pick(Kind.Text, Kind.Integers), depth)})",
            17 => session.Use("type predicate", $"{Make(session.Pick(Kind.Integer, Kind.Text, Kind.Float), depth)} IS :: {session.Pick("INTEGER", "STRING", "FLOAT NOT NULL", "INTEGER | STRING")}"),
            18 => $"{Make(Kind.Integer, depth)} <= {Make(Kind.Integer, depth)} < {Make(Kind.Integer, depth)}",
            19 => $"{Make(Kind.Date, depth)} {session.Pick("<", ">=", "=")} {Make(Kind.Date, depth)}",
            20 => session.Use("=~", $"{Make(Kind.Text, depth)} =~ {session.Pick("'a.*'", "'.*b'", "'(?i)DEE'", "'[a-d]+'")}"),
            _ => $"toBooleanOrNull({Make(session.Pick(Kind.Text, Kind.Boolean), depth)})",
        };
    }

    private string LabelTest() => session.Find(Kind.Node) is { } node
        ? $"{node.Name}:{session.Pick("A", "B", "C", "A|B", "!C", "A&B", "%")}"
        : session.Find(Kind.Relationship) is { } relationship ? $"{relationship.Name}:{session.Pick("R", "S", "R|T", "!R")}" : "true";

    private string Quantifier(int depth)
    {
        var list = Make(Kind.Integers, depth);
        var local = session.Name("q");
        return Within(local, Kind.Integer, () =>
            // Of numbers alone: Neo4j 5.26 takes a label test inside all() for one outside.
            $"{session.Pick("all", "any", "none", "single")}({local} IN {list} WHERE {local} {session.Pick("<", ">", "=", "<>")} {Make(Kind.Integer, Math.Min(1, depth))})");
    }

    /// <summary>Generates with one more variable in scope.</summary>
    private string Within(string name, Kind kind, Func<string> make)
    {
        var variable = new Variable(name, kind);
        session.Scope.Add(variable);
        var text = make();
        session.Scope.Remove(variable);
        return text;
    }

    private string Arrow() => session.Pick("-->", "<--", "--", $"-[:{session.Pick(RandomGraph.Types)}]->", $"<-[:{session.Pick(RandomGraph.Types)}]-");

    private string Subpattern() => Pattern?.Invoke() ?? "()";

    private string? Property(Kind kind)
    {
        var keys = kind switch
        {
            Kind.Integer => new[] { "i", "uid" },
            Kind.Float => ["f"],
            Kind.Text => ["s"],
            Kind.Boolean => ["b"],
            Kind.Integers => ["l"],
            Kind.Date => ["d"],
            Kind.DateTime => ["dt"],
            _ => [],
        };
        if (keys.Length > 0 && session.Find(Kind.Node) is { } node && session.Chance(75))
        {
            return $"{node.Name}.{session.Pick(keys)}";
        }

        return session.Find(Kind.Relationship) is { } relationship
            ? kind switch
            {
                Kind.Integer => $"{relationship.Name}.{session.Pick("w", "uid")}",
                Kind.Text => $"{relationship.Name}.s",
                _ => null,
            }
            : null;
    }

    private string Leaf(Kind kind)
    {
        if (session.Chance(65) && Property(kind) is { } property)
        {
            return property;
        }

        return kind switch
        {
            Kind.Integer => session.Literal(Value.Of((long)session.Next(6) - 1)),
            Kind.Float => session.Literal(Value.Of((session.Next(17) - 8) / 4.0)),
            Kind.Text => session.Literal(Value.Of(session.Pick(RandomGraph.Words))),
            Kind.Boolean => session.Literal(Value.Of(session.Chance(50))),
            Kind.Integers => session.Literal(Value.List(Enumerable.Range(0, session.Next(4)).Select(_ => Value.Of((long)session.Next(4))))),
            Kind.Texts => $"['ada', 'bob'{(session.Chance(30) ? ", null" : "")}]",
            Kind.Map => $"{{i: {session.Next(5)}, s: '{session.Pick(RandomGraph.Words)}'}}",
            Kind.Node or Kind.Relationship or Kind.Path => session.Find(kind)?.Name ?? "null",
            Kind.Nodes or Kind.Relationships => "[]",
            _ => TemporalLeaf(kind),
        };
    }
}
