using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Procedures;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Binding;

/// <summary>Resolves the names of a statement and checks what can be known of it before it runs.</summary>
internal sealed partial class Binder
{
    private readonly SourceText _source;
    private readonly TokenTables _tokens;
    private readonly ProcedureCatalog _procedures;
    private readonly SlotAllocator _slots = new();
    private readonly List<string> _parameters = [];
    private readonly Stack<HashSet<Symbol>> _captures = new();
    private Scope _scope = new();

    private Binder(SourceText source, TokenTables tokens, ProcedureCatalog procedures) =>
        (_source, _tokens, _procedures) = (source, tokens, procedures);

    /// <exception cref="CypherException">The statement means nothing; the error names line and column.</exception>
    public static BoundStatement Bind(QuerySyntax query, SourceText source, TokenTables tokens, ProcedureCatalog procedures)
    {
        new BatchPlacement(source).Check(query);
        var binder = new Binder(source, tokens, procedures);
        var bound = binder.BindQuery(query, new Scope(), QueryPlace.Top);
        return new BoundStatement(bound, binder._slots, binder._parameters);
    }

    private BoundQuery BindQuery(QuerySyntax query, Scope start, QueryPlace place)
    {
        CheckUnions(query);
        var parts = new List<BoundSingleQuery>();
        foreach (var part in query.Parts)
        {
            _scope = start.Copy();
            parts.Add(BindSingleQuery(part, place, isOnly: query.Parts.Length == 1));
        }

        var columns = parts[0].Columns;
        var names = columns.Select(static symbol => symbol.Name).ToArray();
        if (parts.Count == 1)
        {
            return new BoundQuery(parts, false, columns, names);
        }

        for (var i = 1; i < parts.Count; i++)
        {
            if (!names.Order(StringComparer.Ordinal).SequenceEqual(
                parts[i].Columns.Select(static symbol => symbol.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                throw _source.Error(
                    UnionOffset(query, i), "All sub queries in an UNION must have the same return column names");
            }
        }

        // In the order of the first part: the others may name their columns in another.
        parts = [.. parts.Select(part => part with
        {
            Columns = [.. names.Select(name => part.Columns.First(symbol => symbol.Name == name))],
        })];
        var merged = names.Select((name, i) => _slots.Create(name, parts
            .Select(part => part.Columns[i].Type).Aggregate(static (types, next) => types.Or(next)))).ToArray();
        return new BoundQuery(parts, !query.KeepsDuplicates[0], merged, names);
    }

    private void CheckUnions(QuerySyntax query)
    {
        for (var i = 1; i < query.KeepsDuplicates.Length; i++)
        {
            if (query.KeepsDuplicates[i] != query.KeepsDuplicates[0])
            {
                throw _source.Error(UnionOffset(query, i + 1), "Invalid combination of UNION and UNION ALL");
            }
        }
    }

    /// <summary>Where the UNION before a part stands.</summary>
    private int UnionOffset(QuerySyntax query, int part)
    {
        var before = query.Parts[part - 1].Span.End;
        var at = _source.Text.IndexOf("UNION", before, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? query.Span.Start : at;
    }

    /// <summary>Runs an action with every outer variable that it looks up recorded.</summary>
    private (T Result, HashSet<Symbol> Captured) Capturing<T>(Func<T> action)
    {
        var visible = _scope.All.Values.ToHashSet();
        var captured = new HashSet<Symbol>();
        _captures.Push(captured);
        var saved = _scope;
        var result = action();
        _scope = saved;
        _captures.Pop();
        captured.IntersectWith(visible);
        return (result, captured);
    }

    private Symbol? Find(string name)
    {
        var symbol = _scope.Find(name);
        if (symbol is not null)
        {
            foreach (var captured in _captures)
            {
                captured.Add(symbol);
            }
        }

        return symbol;
    }

    private Symbol Declare(NameSyntax name, StaticType type)
    {
        RequireUnused(name);
        var symbol = _slots.Create(name.Text, type);
        _scope.Declare(symbol);
        return symbol;
    }

    private void RequireUnused(NameSyntax name)
    {
        if (_scope.Find(name.Text) is not null)
        {
            throw _source.AlreadyDeclared(name.Span, name.Text);
        }
    }

    /// <summary>The position of a parameter among those that the statement uses.</summary>
    private int ParameterIndex(string name)
    {
        var index = _parameters.IndexOf(name);
        if (index < 0)
        {
            index = _parameters.Count;
            _parameters.Add(name);
        }

        return index;
    }
}

/// <summary>Where a query stands.</summary>
internal enum QueryPlace : byte
{
    Top,

    /// <summary>In <c>CALL {}</c>.</summary>
    Call,

    /// <summary>In EXISTS or COUNT, where RETURN may be missing.</summary>
    Test,

    /// <summary>In COLLECT.</summary>
    Collect,
}

/// <param name="Parameters">Names of the parameters it uses, in the order of their indexes.</param>
internal sealed record BoundStatement(BoundQuery Query, SlotAllocator Slots, IReadOnlyList<string> Parameters);
