using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.FullText;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Schema;
using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Indexes;

/// <summary>Keeps a writer's indexes in step with its graph, and uniqueness with them.</summary>
/// <param name="fullText">Null where full-text indexes are filled anew afterwards.</param>
internal sealed class IndexWriter(GraphState state, TokenTables tokens, FullTextWriter? fullText)
{
    private readonly ByteBuffer _oldKey = new();
    private readonly ByteBuffer _newKey = new();

    /// <summary>Whether a change of the property concerns any index of the entity kind.</summary>
    public bool Covers(SchemaEntity entity, int key) => state.Schema.WithKey(entity, key).Length > 0;

    /// <summary>A property of an entity changed.</summary>
    public void PropertyChanged(
        SchemaEntity entity, int id, ReadOnlySpan<int> entityTokens, int key, byte[]? before, byte[]? after)
    {
        foreach (var index in state.Schema.WithKey(entity, key))
        {
            if (Applies(state.Indexes[index], entityTokens))
            {
                Replace(index, id, true, before, true, after);
            }
        }
    }

    /// <summary>An entity got a label, or came into being with a type.</summary>
    public void TokenAdded(SchemaEntity entity, int id, int token, byte[]? properties)
    {
        foreach (var index in state.Schema.WithToken(entity, token))
        {
            Replace(index, id, false, null, true, properties);
        }
    }

    /// <summary>An entity lost a label, or went away.</summary>
    /// <param name="remaining">Labels it still has.</param>
    public void TokenRemoved(SchemaEntity entity, int id, int token, ReadOnlySpan<int> remaining, byte[]? properties)
    {
        foreach (var index in state.Schema.WithToken(entity, token))
        {
            if (!Applies(state.Indexes[index], remaining))
            {
                Replace(index, id, true, properties, false, null);
            }
        }
    }

    private static bool Applies(IndexData index, ReadOnlySpan<int> entityTokens) =>
        index.Definition.Kind != IndexKind.Lookup && entityTokens.ContainsAny(index.Definition.Tokens.AsSpan());

    private void Replace(int index, int id, bool wasIn, byte[]? before, bool isIn, byte[]? after)
    {
        var data = state.Indexes[index];
        if (data.Definition.Kind is IndexKind.Lookup or IndexKind.FullText)
        {
            if (data.Definition.Kind == IndexKind.FullText)
            {
                fullText?.Touch(data, id);
            }

            return;
        }

        var hadKey = wasIn && data.TryWriteKey(before, _oldKey);
        var hasKey = isIn && data.TryWriteKey(after, _newKey);
        if (hadKey && hasKey && _oldKey.Span.SequenceEqual(_newKey.Span))
        {
            return;
        }

        if (hadKey)
        {
            data.Tree.Remove(_oldKey.Span, id);
        }

        if (hasKey)
        {
            if (state.Schema.Uniqueness[index] is { } rule)
            {
                CheckUnique(data, rule, after);
            }

            data.Tree.Insert(_newKey.Span, id);
        }
    }

    private void CheckUnique(IndexData data, ConstraintDefinition rule, byte[]? properties)
    {
        if (data.Tree.FindFirst(_newKey.Span) is var other and >= 0)
        {
            Value[] values = [.. rule.Keys.Select(key => PropertyBlob.Read(properties, key))];
            throw new StorageException(
                StorageErrorKind.ConstraintViolated, new SchemaText(tokens).AlreadyExists(rule.Entity, other, rule, values));
        }
    }
}
