using Graph.Embedded.Parsing;

namespace Graph.Embedded.Binding;

/// <summary>The variables that a clause sees.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Symbol> _local = new(StringComparer.Ordinal);
    private readonly List<Symbol> _order = [];
    private readonly IReadOnlyDictionary<string, Symbol> _outer;

    /// <param name="outer">Variables of the query around a subquery, which stay visible all through it.</param>
    public Scope(IReadOnlyDictionary<string, Symbol>? outer = null) => _outer = outer ?? new Dictionary<string, Symbol>();

    /// <summary>Variables declared in the query itself, in the order of declaration.</summary>
    public IReadOnlyList<Symbol> Locals => _order;

    /// <summary>Every visible variable by name.</summary>
    public IReadOnlyDictionary<string, Symbol> All
    {
        get
        {
            var all = new Dictionary<string, Symbol>(_outer, StringComparer.Ordinal);
            foreach (var symbol in _order)
            {
                all[symbol.Name] = symbol;
            }

            return all;
        }
    }

    public Symbol? Find(string name) => _local.GetValueOrDefault(name) ?? _outer.GetValueOrDefault(name);

    public bool IsOuter(string name) => _outer.ContainsKey(name);

    /// <summary>Adds a variable; a hidden one is not found by name.</summary>
    public void Declare(Symbol symbol)
    {
        if (symbol.IsHidden)
        {
            return;
        }

        if (_local.Remove(symbol.Name, out var hidden))
        {
            _order.Remove(hidden);
        }

        _local.Add(symbol.Name, symbol);
        _order.Add(symbol);
    }

    /// <summary>A scope of its own with the same variables.</summary>
    public Scope Copy()
    {
        var copy = new Scope(_outer);
        foreach (var symbol in _order)
        {
            copy.Declare(symbol);
        }

        return copy;
    }

    /// <summary>A scope with no variables of its own, inside the same query.</summary>
    public Scope Cleared() => new(_outer);
}

/// <summary>The errors of binding, with the places and texts that Neo4j gives them.</summary>
internal static class BindingErrors
{
    public static CypherException NotDefined(this SourceText source, SourceSpan span, string name) =>
        source.Error(span.Start, $"Variable `{name}` not defined");

    public static CypherException AlreadyDeclared(this SourceText source, SourceSpan span, string name) =>
        source.Error(span.Start, $"Variable `{name}` already declared");

    public static CypherException Conflict(this SourceText source, SourceSpan span, Symbol symbol, TypeSet expected) => source.Error(
        span.Start, $"Type mismatch: {symbol.Name} defined with conflicting type {symbol.Type} (expected {StaticType.NamesOf(expected)})");

    public static CypherException Mismatch(this SourceText source, SourceSpan span, TypeSet expected, StaticType actual) =>
        source.Error(span.Start, $"Type mismatch: expected {StaticType.NamesOf(expected)} but was {actual}");
}
