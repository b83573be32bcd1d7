using Graph.Embedded.Storage.Indexes;

namespace Graph.Embedded.Storage.FullText;

/// <summary>Brings a writer's full-text indexes up to date, once for each entity it touched.</summary>
/// <param name="basis">The version the writer began with.</param>
/// <param name="state">The writer's version.</param>
internal sealed class FullTextWriter(GraphState basis, GraphState state)
{
    private readonly HashSet<(IndexData Index, int Id)> _touched = [];

    // What is in an index for an entity, where the writer changed it already.
    private readonly Dictionary<(IndexData Index, int Id), FullTextDocument?> _written = [];

    /// <summary>Something of the entity changed that the index may hold.</summary>
    public void Touch(IndexData index, int id) => _touched.Add((index, id));

    public void Flush()
    {
        foreach (var touched in _touched.GroupBy(entry => entry.Index, entry => entry.Id))
        {
            var index = touched.Key;
            if (!state.Indexes.Contains(index))
            {
                continue;
            }

            // What an index that the writer itself created held of an entity is not known any more.
            if (!basis.Indexes.Any(known => ReferenceEquals(known.Definition, index.Definition)))
            {
                FullTextIndex.Fill(state, index);
                continue;
            }

            foreach (var id in touched)
            {
                Update(index, id);
            }
        }

        _touched.Clear();
    }

    private void Update(IndexData index, int id)
    {
        var before = _written.TryGetValue((index, id), out var written) ? written : DocumentOf(basis, index, id);
        if (before is not null)
        {
            FullTextIndex.Remove(index, id, before);
        }

        var after = DocumentOf(state, index, id);
        if (after is not null)
        {
            FullTextIndex.Add(index, id, after);
        }

        _written[(index, id)] = after;
    }

    private static FullTextDocument? DocumentOf(GraphState state, IndexData index, int id) =>
        state.TokensOf(index.Definition.Entity, id).AsSpan().ContainsAny(index.Definition.Tokens.AsSpan())
            ? FullTextDocument.Read(index.Definition, state.PropertiesOf(index.Definition.Entity, id))
            : null;
}
