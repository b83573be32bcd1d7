using Graph.Embedded.Storage;

namespace Graph.Embedded.Engine;

/// <summary>Compiled statements by text; the least recently used go when it is full. Safe for use from several threads.</summary>
internal sealed class PlanCache(StatementCompiler compiler, int capacity)
{
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _recent = new();
    private readonly Lock _lock = new();

    /// <summary>The statement, planned for a graph like that of the transaction.</summary>
    public CompiledStatement Get(string text, StorageTransaction storage)
    {
        var basis = PlanBasis.Of(storage);
        if (Find(text, basis) is { } known)
        {
            return known;
        }

        var compiled = compiler.Compile(text, storage);
        Keep(text, compiled);
        return compiled;
    }

    private CompiledStatement? Find(string text, PlanBasis basis)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(text, out var node))
            {
                return null;
            }

            if (node.Value.Statement is QueryStatement query && !query.Basis.Fits(basis))
            {
                _recent.Remove(node);
                _entries.Remove(text);
                return null;
            }

            if (!ReferenceEquals(_recent.First, node))
            {
                _recent.Remove(node);
                _recent.AddFirst(node);
            }

            return node.Value.Statement;
        }
    }

    private void Keep(string text, CompiledStatement statement)
    {
        lock (_lock)
        {
            if (_entries.Remove(text, out var known))
            {
                _recent.Remove(known);
            }

            _entries.Add(text, _recent.AddFirst(new Entry(text, statement)));
            if (_recent.Count > capacity)
            {
                _entries.Remove(_recent.Last!.Value.Text);
                _recent.RemoveLast();
            }
        }
    }

    private sealed record Entry(string Text, CompiledStatement Statement);
}
