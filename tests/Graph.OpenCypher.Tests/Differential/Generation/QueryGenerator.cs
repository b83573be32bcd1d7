namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>Random statements that read.</summary>
internal sealed partial class QueryGenerator
{
    private readonly Session _session;
    private readonly ExpressionGenerator _expressions;
    private readonly PatternGenerator _patterns;
    private bool _isOrdered;

    private QueryGenerator(Random random)
    {
        _session = new Session(random);
        _expressions = new ExpressionGenerator(_session);
        _patterns = new PatternGenerator(_session, _expressions);
        _expressions.Pattern = _patterns.Anonymous;
    }

    public static GeneratedQuery Read(Random random)
    {
        var generator = new QueryGenerator(random);
        var text = generator._session.Next(39) switch
        {
            0 or 37 => generator.Union(),
            1 => generator.Shortest(),
            2 => generator.Quantified(),
            3 or 20 or 21 => generator.Calls(),
            22 or 23 or 24 or 25 or 26 or 27 => generator.Functions(),
            28 => generator.Shortest(),
            29 => generator.Grouped(),
            4 => generator.Grouped(),
            5 => generator.OrderedCollect(),
            6 or 30 or 36 or 38 => generator.Catalog(),
            31 or 32 => generator.Fault(),
            33 or 34 => generator.Grouped(),
            35 => generator.Selected(),
            _ => generator.Plain(),
        };
        return generator.Finish(text, isWrite: false);
    }

    private GeneratedQuery Finish(string text, bool isWrite)
    {
        _session.NoteFunctions(text);
        return new GeneratedQuery(text, _session.Parameters, _isOrdered, isWrite, _session.Features);
    }

    private string Plain()
    {
        var clauses = new List<string> { Match() };
        for (var i = _session.Next(3); i > 0; i--)
        {
            clauses.Add(Clause());
        }

        clauses.Add(Return());
        return string.Join(' ', clauses);
    }

    private string Match() => _session.Use("MATCH", $"MATCH {_patterns.Patterns()}{_patterns.Where(35)}");

    private string Clause() => _session.Next(10) switch
    {
        0 or 1 => Match(),
        2 or 3 => _session.Use("OPTIONAL MATCH", $"OPTIONAL MATCH {_patterns.Path()}{_patterns.Where(40)}"),
        4 or 5 => With(),
        6 => Unwind(),
        7 => Subquery(),
        8 => AggregatingWith(),
        _ => Comprehension(),
    };

    private string Unwind()
    {
        var list = _expressions.Make(Kind.Integers, 1);
        return _session.Use("UNWIND", $"UNWIND {list} AS {_session.Add("u", Kind.Integer).Name}");
    }

    private string With()
    {
        var kept = _session.Scope.Where(_ => _session.Chance(70)).ToList();
        if (kept.Count == 0)
        {
            kept = [.. _session.Scope.Take(1)];
        }

        var items = kept.Select(static variable => variable.Name).ToList();
        var added = new List<Variable>();
        if (_session.Chance(60) || items.Count == 0)
        {
            var (text, kind) = _expressions.Any(1);
            added.Add(new Variable(_session.Name("w"), kind));
            items.Add($"{text} AS {added[0].Name}");
        }

        var distinct = _session.Chance(15) ? _session.Use("DISTINCT", "DISTINCT ") : "";
        var isAll = _session.Chance(10) && added.Count == 0;
        _session.Scope = isAll ? _session.Scope : [.. kept, .. added];

        // Neo4j 5.26 loses the nameless parts of a path between DISTINCT and WHERE.
        var where = distinct.Length > 0 && _session.Find(Kind.Path) is not null ? "" : _patterns.Where(20);
        return _session.Use("WITH", $"WITH {distinct}{(isAll ? "*" : string.Join(", ", items))}{where}");
    }

    private string AggregatingWith()
    {
        var keys = _session.Scope.Where(static variable => variable.Kind is Kind.Node or Kind.Integer or Kind.Text).Take(2).ToList();
        var count = new Variable(_session.Name("c"), Kind.Integer);
        var aggregate = _session.Pick("count(*)", $"count({_expressions.Make(Kind.Integer, 1)})", $"sum({_expressions.Make(Kind.Integer, 1)})", $"max({_expressions.Make(Kind.Integer, 1)})", $"min({_expressions.Make(Kind.Integer, 1)})");
        var items = keys.Select(static key => key.Name).Append($"{aggregate} AS {count.Name}");
        _session.Scope = [.. keys, count];
        return _session.Use("WITH", $"WITH {string.Join(", ", items)}{_patterns.Where(15)}");
    }

    private string Comprehension()
    {
        var pattern = _patterns.Anonymous();
        var list = new Variable(_session.Name("w"), Kind.Integer);
        var text = $"WITH *, size([{pattern} | 1]) AS {list.Name}";
        _session.Scope.Add(list);
        return _session.Use("pattern comprehension", text);
    }

    private string Subquery()
    {
        var node = _session.Find(Kind.Node);
        var isNew = _session.Chance(60);
        var import = node is null ? (isNew ? "() " : "") : isNew ? $"({node.Name}) " : "";
        var with = node is not null && !isNew ? $"WITH {node.Name} " : "";
        var start = node is null ? "(z0)" : $"({node.Name})";
        var result = new Variable(_session.Name("k"), Kind.Integer);
        var body = _session.Next(4) switch
        {
            0 => $"{with}MATCH {start}-->(z1) RETURN count(*) AS {result.Name}",
            1 => $"{with}MATCH {start}--(z1:{_session.Pick(RandomGraph.Labels)}) RETURN z1.uid AS {result.Name}",
            2 => _session.Use("UNION", $"{with}MATCH {start}-->(z1) RETURN z1.uid AS {result.Name} UNION {with}MATCH {start}<--(z1) RETURN z1.uid AS {result.Name}"),
            _ => $"{with}OPTIONAL MATCH {start}-[z2:R]->() RETURN sum(z2.w) AS {result.Name}",
        };
        _session.Scope.Add(result);
        var optional = _session.Chance(70) ? _session.Use("OPTIONAL CALL", "OPTIONAL ") : "";
        return _session.Use("CALL {}", $"{optional}CALL {import}{{ {body} }}");
    }

    private string Return()
    {
        var items = new List<string>();
        var isScalar = true;
        for (var i = 1 + _session.Next(3); i > 0; i--)
        {
            if (_session.Chance(30) && _session.Scope.Count > 0)
            {
                var variable = _session.Pick(_session.Scope);
                isScalar &= variable.Kind is Kind.Integer or Kind.Text or Kind.Boolean or Kind.Float;
                items.Add($"{variable.Name} AS {_session.Name("o")}");
            }
            else
            {
                var (text, kind) = _expressions.Any();
                isScalar &= kind is not (Kind.Map or Kind.Point or Kind.Duration);
                items.Add($"{text} AS {_session.Name("o")}");
            }
        }

        var distinct = _session.Chance(15) ? _session.Use("DISTINCT", "DISTINCT ") : "";
        return $"{_session.Use("RETURN", "RETURN")} {distinct}{string.Join(", ", items)}{(isScalar ? Order(items) : "")}";
    }

    /// <summary>An order by every column, so that equal rows alone may change places, and SKIP and LIMIT cut the same.</summary>
    private string Order(List<string> items)
    {
        if (!_session.Chance(35))
        {
            return "";
        }

        _isOrdered = true;
        var keys = items.Select(item => $"{item[(item.LastIndexOf(" AS ", StringComparison.Ordinal) + 4)..]}{_session.Pick("", " DESC", " ASC")}");
        var text = _session.Use("ORDER BY", $" ORDER BY {string.Join(", ", keys)}");
        text += _session.Chance(30) ? _session.Use("SKIP", $" SKIP {_session.Next(3)}") : "";
        return text + (_session.Chance(40) ? _session.Use("LIMIT", $" LIMIT {_session.Next(6) + 1}") : "");
    }

    private string Grouped()
    {
        var match = Match();
        var keys = _session.Chance(70) ? $"{_expressions.Make(_session.Pick(Kind.Integer, Kind.Text, Kind.Boolean), 1)} AS k1, " : "";
        var aggregates = Enumerable.Range(0, 2 + _session.Next(3)).Select(i => $"{Aggregate()} AS g{i}");
        return $"{match} RETURN {keys}{string.Join(", ", aggregates)}";
    }

    private string Aggregate()
    {
        var distinct = _session.Chance(25) ? _session.Use("DISTINCT", "DISTINCT ") : "";
        return _session.Next(13) switch
        {
            0 => "count(*)",
            1 => $"count({distinct}{_expressions.Make(_session.Pick(Kind.Integer, Kind.Text, Kind.Node), 1)})",
            2 => $"sum({distinct}{_expressions.Make(_session.Pick(Kind.Integer, Kind.Float), 1)})",
            3 => $"avg({distinct}{_expressions.Make(_session.Pick(Kind.Integer, Kind.Float), 1)})",
            4 => $"min({_expressions.Make(_session.Pick(Kind.Integer, Kind.Text, Kind.Date, Kind.Float), 1)})",
            5 => $"max({_expressions.Make(_session.Pick(Kind.Integer, Kind.Text, Kind.Date, Kind.Float), 1)})",
            6 => $"stdev({_expressions.Make(Kind.Integer, 1)})",
            7 => $"stdevp({distinct}{_expressions.Make(Kind.Float, 1)})",
            8 => $"percentileCont({_expressions.Make(Kind.Integer, 1)}, {_session.Pick("0.5", "0.25", "1.0", "0")})",
            9 => $"percentileDisc({_expressions.Make(Kind.Integer, 1)}, {_session.Pick("0.5", "0.9", "0.0")})",
            10 => $"size(collect({distinct}{_expressions.Make(_session.Pick(Kind.Integer, Kind.Text), 1)}))",
            11 => $"sum({_expressions.Make(Kind.Duration, 1)})",
            _ => $"count(*) + sum({_expressions.Make(Kind.Integer, 1)}) * 2",
        };
    }
}
