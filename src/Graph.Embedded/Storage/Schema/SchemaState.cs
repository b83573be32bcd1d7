using System.Collections.Immutable;

namespace Graph.Embedded.Storage.Schema;

/// <summary>The catalog of one version with the look-ups that writing needs. Immutable.</summary>
/// <remarks>Indexes are named here by their place in <see cref="SchemaCatalog.Indexes"/>.</remarks>
internal sealed class SchemaState
{
    private readonly Dictionary<int, int[]>[] _byKey = [[], []];
    private readonly Dictionary<int, int[]>[] _byToken = [[], []];
    private readonly Dictionary<int, ConstraintDefinition[]>[] _checked = [[], []];

    public SchemaState(SchemaCatalog catalog)
    {
        Catalog = catalog;
        foreach (var entity in (ReadOnlySpan<SchemaEntity>)[SchemaEntity.Node, SchemaEntity.Relationship])
        {
            _byKey[(int)entity] = Group(catalog.Indexes, entity, index => index.Keys);
            _byToken[(int)entity] = Group(catalog.Indexes, entity, index => index.Tokens);
            _checked[(int)entity] = catalog.Constraints
                .Where(rule => rule.Entity == entity && rule.Kind != ConstraintKind.Unique)
                .GroupBy(rule => rule.Token).ToDictionary(group => group.Key, group => group.ToArray());
        }

        Uniqueness = [.. catalog.Indexes.Select(index => catalog.Constraints.FirstOrDefault(
            rule => rule.Name == index.OwningConstraint))];
    }

    public static SchemaState Empty { get; } = new(SchemaCatalog.Empty);

    public SchemaCatalog Catalog { get; }

    /// <summary>For each index the constraint it serves; null for none.</summary>
    public ImmutableArray<ConstraintDefinition?> Uniqueness { get; }

    /// <summary>Whether any constraint must be checked when a writer commits.</summary>
    public bool HasChecks => _checked[0].Count + _checked[1].Count > 0;

    /// <summary>Indexes over the property key.</summary>
    public ReadOnlySpan<int> WithKey(SchemaEntity entity, int key) =>
        _byKey[(int)entity].TryGetValue(key, out var indexes) ? indexes : [];

    /// <summary>Indexes over the label or type.</summary>
    public ReadOnlySpan<int> WithToken(SchemaEntity entity, int token) =>
        _byToken[(int)entity].TryGetValue(token, out var indexes) ? indexes : [];

    /// <summary>Constraints on the label or type that are about the entity alone: existence, key and property type.</summary>
    public ReadOnlySpan<ConstraintDefinition> ChecksOf(SchemaEntity entity, int token) =>
        _checked[(int)entity].TryGetValue(token, out var constraints) ? constraints : [];

    private static Dictionary<int, int[]> Group(
        ImmutableArray<IndexDefinition> indexes, SchemaEntity entity, Func<IndexDefinition, ImmutableArray<int>> by) =>
        Enumerable.Range(0, indexes.Length).Where(index => indexes[index].Entity == entity)
            .SelectMany(index => by(indexes[index]).Distinct().Select(token => (Token: token, Index: index)))
            .GroupBy(pair => pair.Token).ToDictionary(group => group.Key, group => group.Select(pair => pair.Index).ToArray());
}
