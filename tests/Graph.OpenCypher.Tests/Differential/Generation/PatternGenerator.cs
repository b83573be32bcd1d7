namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>Random patterns; what they name comes into scope.</summary>
internal sealed class PatternGenerator(Session session, ExpressionGenerator expressions)
{
    /// <summary>Hops that the statement may still follow, so that rows stay few.</summary>
    public int Hops { get; set; } = 4;

    /// <summary>The patterns of one MATCH.</summary>
    public string Patterns()
    {
        var paths = new List<string> { Path() };
        if (session.Chance(25))
        {
            paths.Add(Path());
        }

        return string.Join(", ", paths);
    }

    public string Path()
    {
        var declared = new List<Variable>();
        var hops = Math.Min(Hops, session.Next(3));
        Hops -= hops;
        var text = Node(declared);
        for (var i = 0; i < hops; i++)
        {
            text += Relationship(declared) + Node(declared);
        }

        if (session.Chance(20))
        {
            var path = new Variable(session.Name("p"), Kind.Path);
            declared.Add(path);
            text = session.Use("named path", $"{path.Name} = {text}");
        }

        session.Scope.AddRange(declared);
        return text;
    }

    /// <summary>A pattern inside an expression: it names nothing new, and starts at a node in scope where there is one.</summary>
    public string Anonymous()
    {
        var start = session.Find(Kind.Node) is { } node ? $"({node.Name})" : $"({Labels()})";
        return start + Arrow("", session.Chance(60) ? $":{session.Pick(RandomGraph.Types)}" : "") + $"({Labels()})";
    }

    public string Labels() => session.Next(10) switch
    {
        0 or 1 or 2 or 3 or 4 or 5 => "",
        6 => $":{session.Pick("A|B", "!A", "A&!B", "%")}",
        _ => $":{session.Pick(RandomGraph.Labels)}",
    };

    private string Node(List<Variable> declared)
    {
        if (session.Chance(25) && session.Find(Kind.Node) is { } known)
        {
            return $"({known.Name})";
        }

        var name = "";
        if (session.Chance(75))
        {
            var variable = new Variable(session.Name("n"), Kind.Node);
            declared.Add(variable);
            name = variable.Name;
        }

        var properties = session.Chance(6) ? $" {{{session.Pick("i: 1", "b: true", "s: 'ada'", "uid: 2")}}}" : "";
        var where = session.Chance(6) && name.Length > 0 ? session.Use("inline WHERE", $" WHERE {name}.i >= 0") : "";
        return $"({name}{Labels()}{properties}{where})";
    }

    private string Relationship(List<Variable> declared)
    {
        var types = session.Next(4) switch
        {
            0 => "",
            1 => $":{session.Pick("R|S", "S|T", "R|S|T")}",
            2 => session.Chance(30) ? ":!R" : $":{session.Pick(RandomGraph.Types)}",
            _ => $":{session.Pick(RandomGraph.Types)}",
        };
        var isVariable = !types.Contains('!', StringComparison.Ordinal) && session.Chance(14);
        var length = isVariable ? session.Use("variable length", session.Pick("*1..2", "*2", "*0..1", "*..2", "*1..3")) : "";
        var name = "";
        if (session.Chance(55))
        {
            var variable = new Variable(session.Name("r"), isVariable ? Kind.Relationships : Kind.Relationship);
            declared.Add(variable);
            name = variable.Name;
        }

        var properties = session.Chance(3) ? " {w: 1}" : "";
        return Arrow(name, types + length + properties);
    }

    private string Arrow(string name, string rest)
    {
        var inside = name.Length + rest.Length == 0 && session.Chance(50) ? "" : $"[{name}{rest}]";
        return session.Pick($"-{inside}->", $"<-{inside}-", $"-{inside}-");
    }

    /// <summary>WHERE with a predicate over what is in scope, or nothing.</summary>
    public string Where(int percent) => session.Chance(percent) ? $" WHERE {expressions.Predicate(2)}" : "";
}
