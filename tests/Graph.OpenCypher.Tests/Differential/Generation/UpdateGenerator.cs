namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>Random statements that write; what they do does not depend on the order of rows.</summary>
internal sealed partial class QueryGenerator
{
    public static GeneratedQuery Write(Random random)
    {
        var generator = new QueryGenerator(random);
        generator._patterns.Hops = 2;
        return generator.Finish(generator.Update(), isWrite: true);
    }

    private string Update()
    {
        var statement = _session.Next(17) switch
        {
            0 or 1 => Create(),
            2 or 3 or 4 => Set(),
            5 or 6 or 7 => Merge(),
            8 => Remove(),
            9 or 15 => Delete(),
            10 or 11 => Foreach(),
            12 => SubqueryUpdate(),
            13 => CreateBetween(),
            14 => Chain(),
            _ => MergeBetween(),
        };
        return statement;
    }

    private string Label() => _session.Pick(RandomGraph.Labels);

    private string Type() => _session.Pick(RandomGraph.Types);

    private string Create()
    {
        _session.Use("CREATE", "");
        return _session.Next(3) switch
        {
            0 => $"CREATE (n:{Label()}:{Label()} {{uid: {200 + _session.Next(100)}, i: {_expressions.Make(Kind.Integer, 1)}, s: {_expressions.Make(Kind.Text, 1)}}}) RETURN n",
            1 => $"UNWIND {_expressions.Make(Kind.Integers, 1)} AS x CREATE (a:{Label()} {{i: x}})-[r:{Type()} {{w: x}}]->(b:{Label()}) RETURN a.i AS i, type(r) AS t, labels(b) AS l",
            _ => $"{Match()} CREATE (m:{Label()} {{i: {_expressions.Make(Kind.Integer, 1)}}}) RETURN count(*) AS c",
        };
    }

    private string CreateBetween() => _session.Use(
        "CREATE", $"MATCH (a), (b) WHERE a.uid = {_session.Next(6)} AND b.uid = {_session.Next(6)} CREATE p = (a)-[r:{Type()} {{uid: {300 + _session.Next(50)}, w: {_session.Next(5)}}}]->(b) RETURN p");

    private string Set()
    {
        _session.Use("SET", "");
        _session.Scope.Add(new Variable("n", Kind.Node));
        var match = $"MATCH (n{_patterns.Labels()}) WHERE {_expressions.Predicate(1)}";
        var items = Enumerable.Range(0, 1 + _session.Next(2)).Select(_ => SetItem("n"));
        var result = _session.Pick("", " RETURN n", " RETURN count(*) AS c", " RETURN n.i AS i, n.s AS s");
        return $"{match} SET {string.Join(", ", items)}{result}";
    }

    private string SetItem(string node) => _session.Next(9) switch
    {
        0 => $"{node}.i = {_expressions.Make(Kind.Integer, 1)}",
        1 => $"{node}.s = {_expressions.Make(Kind.Text, 1)}",
        2 => _session.Use("SET +=", $"{node} += {{i: {_expressions.Make(Kind.Integer, 1)}, x: {_session.Pick("1", "null", "'y'")}}}"),
        3 => _session.Use("SET =", $"{node} = {{uid: {node}.uid, i: {_expressions.Make(Kind.Integer, 1)}}}"),
        4 => _session.Use("SET label", $"{node}:{Label()}"),
        5 => $"{node}.l = {_expressions.Make(Kind.Integers, 1)}",
        6 => $"{node}.{_session.Pick("i", "b", "s")} = null",
        7 => _session.Use("SET dynamic", $"{node}['{_session.Pick("i", "y")}'] = {_session.Next(5)}"),
        _ => $"{node}.d = {_expressions.Make(Kind.Date, 1)}",
    };

    private string Merge()
    {
        _session.Use("MERGE", "");
        var onCreate = _session.Chance(50) ? _session.Use("ON CREATE", $" ON CREATE SET n.uid = {400 + _session.Next(50)}, n.c = true") : "";
        var onMatch = _session.Chance(50) ? _session.Use("ON MATCH", " ON MATCH SET n.m = coalesce(n.m, 0) + 1") : "";
        return _session.Next(3) switch
        {
            0 => $"MERGE (n:{Label()} {{i: {_session.Next(8)}}}){onCreate}{onMatch} RETURN n",
            1 => $"UNWIND {_expressions.Make(Kind.Integers, 1)} AS x MERGE (n:{Label()} {{i: x}}){onCreate}{onMatch} RETURN count(*) AS c",
            _ => $"MERGE (n:{Label()} {{s: {_session.Pick("'ada'", "'zed'", "'bob'")}}}){onCreate}{onMatch} WITH n MATCH (n)--(m) RETURN count(m) AS c",
        };
    }

    private string MergeBetween()
    {
        var direction = _session.Pick(("-", "->"), ("<-", "-"), ("-", "-"));
        var properties = _session.Chance(40) ? $" {{w: {_session.Next(4)}}}" : "";
        return _session.Use(
            "MERGE", $"MATCH (a {{uid: {_session.Next(6)}}}), (b {{uid: {_session.Next(6)}}}) MERGE (a){direction.Item1}[r:{Type()}{properties}]{direction.Item2}(b) ON CREATE SET r.c = true ON MATCH SET r.m = true RETURN type(r) AS t, count(*) AS c");
    }

    private string Remove() => _session.Use(
        "REMOVE", $"MATCH (n{_patterns.Labels()}) WHERE n.uid < {_session.Next(8)} REMOVE {_session.Pick("n.i", "n.s, n.b", $"n:{Label()}", $"n:{Label()}, n.f")} RETURN n");

    private string Delete() => _session.Next(5) switch
    {
        0 => _session.Use("DELETE", $"MATCH ()-[r:{Type()}]->() WHERE r.w = {_session.Next(5)} DELETE r RETURN count(*) AS c"),
        1 => _session.Use("DETACH DELETE", $"MATCH (n) WHERE n.uid = {_session.Next(9)} DETACH DELETE n"),
        2 => _session.Use("DELETE", $"MATCH (n) WHERE n.uid = {_session.Next(9)} DELETE n"),
        3 => _session.Use("DELETE", $"MATCH (a)-[r]->(b) WHERE a.uid = {_session.Next(6)} DELETE r WITH DISTINCT a MATCH (a)-->(x) RETURN count(x) AS c"),
        _ => _session.Use("DETACH DELETE", $"MATCH p = (a:{Label()})-[:{Type()}]->(b) WHERE a.uid = {_session.Next(9)} DETACH DELETE p"),
    };

    private string Foreach() => _session.Next(3) switch
    {
        0 => _session.Use("FOREACH", $"FOREACH (x IN {_expressions.Make(Kind.Integers, 1)} | CREATE (:{Label()} {{i: x}}))"),
        1 => _session.Use("FOREACH", $"MATCH p = (a {{uid: {_session.Next(6)}}})-[:{Type()}*1..2]->(b) FOREACH (n IN nodes(p) | SET n.mark = true)"),
        _ => _session.Use("FOREACH", $"MATCH (n:{Label()}) FOREACH (x IN [1, 2] | SET n.t = coalesce(n.t, 0) + x FOREACH (y IN [x] | MERGE (:{Label()} {{i: y}}))) RETURN count(*) AS c"),
    };

    private string SubqueryUpdate() => _session.Next(3) switch
    {
        0 => _session.Use("CALL {}", $"MATCH (n:{Label()}) CALL (n) {{ SET n.z = 1 }} RETURN n.z AS z, count(*) AS c"),
        1 => _session.Use("CALL {}", $"UNWIND [1, 2, 3] AS x CALL (x) {{ CREATE (m:{Label()} {{i: x}}) RETURN m.i AS i }} RETURN x, i"),
        _ => _session.Use("CALL {}", $"MATCH (n:{Label()}) CALL (n) {{ WITH n MATCH (n)-->(o) RETURN count(o) AS c }} SET n.degree = c"),
    };

    private string Chain() => _session.Next(6) switch
    {
        0 => _session.Use("SET", $"MATCH (n:{Label()}) SET n.q = 1 WITH n MATCH (m {{q: 1}}) RETURN count(*) AS c"),
        1 => _session.Use("CREATE", $"MATCH (n:{Label()}) CREATE (k:{Label()} {{i: n.uid}}) WITH count(*) AS made MATCH (x) RETURN made, count(x) AS there"),
        2 => _session.Use("SET", $"MATCH (n:{Label()})-[r]-(m) SET r.w = coalesce(r.w, 0) + 1 WITH DISTINCT r RETURN sum(r.w) AS w"),
        _ => _session.Use("FINISH", $"MATCH (n:{Label()}) SET n.fin = n.uid FINISH"),
    };
}
