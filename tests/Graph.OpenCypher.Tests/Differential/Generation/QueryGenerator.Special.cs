namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>Statements of a fixed shape: UNION, shortest paths, quantified paths, calls, collected orders.</summary>
internal sealed partial class QueryGenerator
{
    private string Union()
    {
        string Part()
        {
            _session.Scope = [];
            _patterns.Hops = 2;
            return $"{Match()} RETURN {_expressions.Make(Kind.Integer, 1)} AS a, {_expressions.Make(Kind.Text, 1)} AS b";
        }

        var all = _session.Chance(50) ? _session.Use("UNION ALL", "UNION ALL") : _session.Use("UNION", "UNION");
        return $"{Part()} {all} {Part()}";
    }

    private string Ends()
    {
        var first = _session.Next(5);
        return $"MATCH (a {{uid: {first}}}), (b {{uid: {(first + 1 + _session.Next(3)) % 5}}})";
    }

    private string Shortest()
    {
        var types = _session.Pick("", ":R", ":R|S", ":S|T");
        var (left, right) = _session.Pick(("-", "->"), ("<-", "-"), ("-", "-"), ("-", "-"));
        var most = _session.Pick("", "..4", "..3");
        var direction = $"{left}[r{types}*{most}]{right}";
        var where = _session.Chance(25) ? _session.Pick(" WHERE length(p) > 1", " WHERE all(x IN relationships(p) WHERE x.w IS NOT NULL)", " WHERE none(n IN nodes(p) WHERE n.b)") : "";
        return _session.Next(6) switch
        {
            0 => _session.Use("shortestPath", $"{Ends()} MATCH p = shortestPath((a){direction}(b)){where} RETURN length(p) AS l, size(r) AS s"),
            1 => _session.Use("allShortestPaths", $"{Ends()} MATCH p = allShortestPaths((a){direction}(b)){where} RETURN [n IN nodes(p) | n.uid] AS n, [x IN r | x.uid] AS r"),
            2 => _session.Use("shortestPath", $"{Ends()} RETURN length(shortestPath((a){direction.Replace("r", "", StringComparison.Ordinal)}(b))) AS l"),
            3 => _session.Use("SHORTEST", $"{Ends()} MATCH p = SHORTEST {_session.Next(3) + 1} (a){left}[r{types}]{right}+(b) RETURN length(p) AS l"),
            4 => _session.Use("SHORTEST GROUPS", $"{Ends()} MATCH p = {_session.Pick("ALL SHORTEST", "SHORTEST 2 GROUPS")} (a){left}[r{types}]{right}{{1,4}}(b) RETURN [x IN r | x.uid] AS r"),
            _ => _session.Use("allShortestPaths", $"{Ends()} MATCH p = allShortestPaths((a){direction}(b)) RETURN count(*) AS c, max(length(p)) AS l"),
        };
    }

    /// <summary>Shortest paths by selectors.</summary>
    private string Selected()
    {
        var type = _session.Pick("", ":R", ":R|S", ":!T");
        var (left, right) = _session.Pick(("-", "->"), ("<-", "-"), ("-", "-"));
        return _session.Next(4) switch
        {
            0 => _session.Use("SHORTEST", $"{Ends()} MATCH p = {_session.Pick("ANY SHORTEST", "SHORTEST 1", "SHORTEST 2", "SHORTEST 4")} (a){left}[r{type}]{right}{_session.Pick("+", "*", "{1,3}")}(b) RETURN length(p) AS l"),
            1 => _session.Use("SHORTEST GROUPS", $"{Ends()} MATCH p = {_session.Pick("ALL SHORTEST", "SHORTEST 2 GROUPS", "SHORTEST 1 GROUP")} (a){left}[r{type}]{right}{_session.Pick("+", "*", "{1,4}")}(b) RETURN [x IN r | x.uid] AS r"),
            2 => _session.Use("SHORTEST GROUPS", $"MATCH p = ALL SHORTEST (a {{uid: {_session.Next(5)}}})((x){left}[r{type}]{right}(y) WHERE x.uid <> y.uid){{1,3}}(b) RETURN b.uid AS b, [i IN x | i.uid] AS x, length(p) AS l"),
            _ => _session.Use("SHORTEST", $"MATCH p = SHORTEST 1 (a:{_session.Pick(RandomGraph.Labels)}){left}[{type}]{right}+(b {{uid: {_session.Next(5)}}}) RETURN a.uid AS a, length(p) AS l"),
        };
    }

    private string Quantified()
    {
        var type = _session.Pick("", ":R", ":S|T", ":R|S");
        var (left, right) = _session.Pick(("-", "->"), ("<-", "-"), ("-", "-"));
        var quantifier = _session.Pick("{1,2}", "{2}", "{0,2}", "{1,3}", "{,2}");
        var where = _session.Chance(40) ? _session.Pick(" WHERE x.i <= y.i", " WHERE r.w >= 1", " WHERE y:A", " WHERE x.uid <> y.uid") : "";
        _session.Use("quantified path", "");
        return _session.Next(4) switch
        {
            0 => $"MATCH (a{_patterns.Labels()}) ((x){left}[r{type}]{right}(y){where}){quantifier} (b) RETURN a.uid AS a, b.uid AS b, [n IN x | n.uid] AS x, [n IN r | n.uid] AS r",
            1 => $"MATCH p = (a{_patterns.Labels()}) ((x){left}[r{type}]{right}(y)-->(z)){quantifier} (b{_patterns.Labels()}) RETURN length(p) AS l, [n IN nodes(p) | n.uid] AS n",
            2 => $"MATCH (a{_patterns.Labels()}){left}[r{type}]{right}{quantifier}(b) RETURN a.uid AS a, b.uid AS b, size(r) AS s",
            _ => $"MATCH (c)-->(a) ((x){left}[r{type}]{right}(y){where}){{1,2}} (b) WHERE c.uid < 4 RETURN c.uid AS c, b.uid AS b, size(y) AS s",
        };
    }

    private string Calls()
    {
        var rows = _session.Chance(50) ? "UNWIND [1, 2, null, -3] AS x" : "MATCH (n)-[r]->(m) WITH n, r, m, n.i AS x";
        if (rows[0] == 'M')
        {
            _session.Scope.AddRange([new Variable("n", Kind.Node), new Variable("m", Kind.Node), new Variable("r", Kind.Relationship)]);
        }

        _session.Scope.Add(new Variable("x", Kind.Integer));
        var columns = Enumerable.Range(0, 4).Select(i => $"{_expressions.Any(2).Text} AS o{i}");
        _session.Use(rows[0] == 'M' ? "MATCH" : "UNWIND", "");
        return $"{rows} RETURN {string.Join(", ", columns)}";
    }

    /// <summary>A collected list is in the order of the rows, which is fixed here.</summary>
    private string OrderedCollect()
    {
        var match = Match();
        var key = _expressions.Make(_session.Pick(Kind.Integer, Kind.Boolean), 1);
        var value = _expressions.Make(_session.Pick(Kind.Integer, Kind.Text), 1);
        var limit = _session.Chance(40) ? _session.Use("LIMIT", $" LIMIT {_session.Next(8) + 1}") : "";
        _session.Use("ORDER BY", "");
        return _session.Chance(50)
            ? $"{match} WITH {key} AS k, {value} AS v ORDER BY v, k{limit} RETURN k, collect(v) AS vs, collect(DISTINCT v)[..2] AS first"
            : _session.Use("COLLECT {}", $"{match} WITH DISTINCT {value} AS v RETURN v, COLLECT {{ MATCH (q) WHERE q.i = v OR q.s = v RETURN q.uid ORDER BY q.uid{limit} }} AS us");
    }

    private string Catalog() => _session.Next(9) switch
    {
        7 => _session.Use("CALL procedure", "CALL db.ping()"),
        8 => _session.Use("CALL procedure", _session.Pick("CALL db.labels()", "CALL db.relationshipTypes()")),
        0 => _session.Use("CALL procedure", "CALL db.labels() YIELD label RETURN label"),
        1 => _session.Use("CALL procedure", "CALL db.relationshipTypes() YIELD relationshipType AS t WHERE t <> 'S' RETURN t"),
        2 => _session.Use("CALL procedure", "MATCH (n) WITH count(*) AS c CALL db.ping() YIELD success RETURN c, success"),
        3 => _session.Use("count store", $"MATCH (n{_patterns.Labels()}) RETURN count({_session.Pick("*", "n", "DISTINCT n")}) AS c"),
        4 => _session.Use("count store", $"MATCH ({_session.Pick("", ":A")}){_session.Pick("-[r:R]->", "-[r]->", "<-[r:S]-", "-[r:T]-")}({_session.Pick("", ":B")}) RETURN count({_session.Pick("*", "r")}) AS c"),
        5 => _session.Use("count store", $"MATCH (a{_patterns.Labels()})--(b)--(c{_patterns.Labels()}) RETURN count({_session.Pick("*", "DISTINCT c", "DISTINCT b", "c")}) AS c"),
        _ => _session.Use("count store", $"MATCH (a {{uid: {_session.Next(6)}}}){_session.Pick("-->", "--", "<--")}(b){_session.Pick("-->", "--", "-[:R]-")}(c) RETURN a.uid AS a, count({_session.Pick("*", "DISTINCT c")}) AS c"),
    };
}
