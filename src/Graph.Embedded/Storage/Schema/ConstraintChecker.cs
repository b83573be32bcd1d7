using Graph.Embedded.Storage.Records;

namespace Graph.Embedded.Storage.Schema;

/// <summary>Checks existence, key and property type constraints on what a writer touched, when it commits.</summary>
internal sealed class ConstraintChecker(GraphState state, TokenTables tokens)
{
    private readonly HashSet<int>[] _touched = [[], []];

    /// <summary>An entity came into being or changed its labels or properties.</summary>
    public void Touch(SchemaEntity entity, int id)
    {
        if (state.Schema.HasChecks)
        {
            _touched[(int)entity].Add(id);
        }
    }

    /// <exception cref="StorageException">An entity breaks a constraint.</exception>
    public void Check()
    {
        foreach (var entity in (ReadOnlySpan<SchemaEntity>)[SchemaEntity.Node, SchemaEntity.Relationship])
        {
            foreach (var id in _touched[(int)entity])
            {
                foreach (var token in state.TokensOf(entity, id))
                {
                    foreach (var rule in state.Schema.ChecksOf(entity, token))
                    {
                        Check(rule, id);
                    }
                }
            }

            _touched[(int)entity].Clear();
        }
    }

    /// <exception cref="StorageException">The entity breaks the rule.</exception>
    public void Check(ConstraintDefinition rule, int id)
    {
        if (Violation(rule, id) is { } message)
        {
            throw new StorageException(StorageErrorKind.ConstraintViolated, message);
        }
    }

    /// <summary>In words, how the entity breaks the rule; null where it does not.</summary>
    public string? Violation(ConstraintDefinition rule, int id)
    {
        var properties = state.PropertiesOf(rule.Entity, id);
        if (rule.Kind == ConstraintKind.PropertyType)
        {
            var value = PropertyBlob.Read(properties, rule.Keys[0]);
            return value.IsNull || PropertyTypes.Matches(rule.PropertyType!, value)
                ? null
                : new SchemaText(tokens).WrongType(rule.Entity, id, rule, value);
        }

        foreach (var key in rule.Keys)
        {
            if (new PropertyBlob(properties).IndexOf(key) < 0)
            {
                return new SchemaText(tokens).Missing(rule.Entity, id, rule, key);
            }
        }

        return null;
    }
}
