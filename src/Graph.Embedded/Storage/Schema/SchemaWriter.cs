using System.Collections.Immutable;
using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.FullText;
using Graph.Embedded.Storage.Indexes;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Schema;

/// <summary>Creates and drops indexes and constraints in a writer's version of the graph.</summary>
/// <param name="fillsFullText">False where full-text indexes are filled afterwards, with everything in place.</param>
internal sealed class SchemaWriter(GraphState state, TokenTables tokens, bool fillsFullText)
{
    private SchemaCatalog Catalog => state.Schema.Catalog;

    /// <exception cref="StorageException">The name or an equal rule is taken, or existing data break the rule.</exception>
    public void Create(SchemaRule rule)
    {
        Refuse(rule);
        if (rule is IndexDefinition index)
        {
            Replace(Catalog.Indexes.Add(index), Catalog.Constraints, Filled(index, null));
            return;
        }

        var constraint = (ConstraintDefinition)rule;
        CheckExisting(constraint);
        if (constraint.Kind is not (ConstraintKind.Unique or ConstraintKind.Key))
        {
            Replace(Catalog.Indexes, Catalog.Constraints.Add(constraint), null);
            return;
        }

        var owned = new IndexDefinition(
            constraint.Name, constraint.Entity, IndexKind.Range, [constraint.Token], constraint.Keys, constraint.Name);
        Replace(Catalog.Indexes.Add(owned), Catalog.Constraints.Add(constraint), Filled(owned, constraint));
    }

    /// <summary>Drops the index or the constraint; a constraint takes its index with it.</summary>
    /// <exception cref="StorageException">There is none, or the index serves a constraint.</exception>
    public void Drop(string name)
    {
        if (Catalog.Constraints.FirstOrDefault(rule => rule.Name == name) is { } constraint)
        {
            Replace(
                Catalog.Indexes.RemoveAll(index => index.OwningConstraint == name), Catalog.Constraints.Remove(constraint), null);
        }
        else if (Catalog.Indexes.FirstOrDefault(rule => rule.Name == name) is { } index)
        {
            Replace(Catalog.Indexes.Remove(index), Catalog.Constraints, null);
        }
        else
        {
            throw new StorageException(StorageErrorKind.SchemaRuleNotFound, $"There is no index or constraint called '{name}'.");
        }
    }

    private void Refuse(SchemaRule rule)
    {
        foreach (var known in Catalog.Indexes.Where(index => index.OwningConstraint is null).Concat<SchemaRule>(Catalog.Constraints))
        {
            var what = known is IndexDefinition ? "index" : "constraint";
            if (IsEquivalent(known, rule))
            {
                throw new StorageException(
                    StorageErrorKind.SchemaRuleExists,
                    $"An equivalent {what} already exists, '{known.Name}' on {new SchemaText(tokens).Pattern(known)}.");
            }

            if (known.Name == rule.Name)
            {
                throw new StorageException(StorageErrorKind.SchemaNameTaken, $"There already exists an {what} called '{rule.Name}'."
                    .Replace("an constraint", "a constraint", StringComparison.Ordinal));
            }
        }
    }

    // A constraint with an index and a range index on the same pattern exclude each other, as the one needs the other.
    private static bool IsEquivalent(SchemaRule known, SchemaRule rule) => (known, rule) switch
    {
        (IndexDefinition left, IndexDefinition right) => left.Entity == right.Entity && left.Kind == right.Kind
            && left.Tokens.SequenceEqual(right.Tokens) && left.Keys.SequenceEqual(right.Keys),
        (ConstraintDefinition left, ConstraintDefinition right) => left.Entity == right.Entity && left.Kind == right.Kind
            && left.Token == right.Token && left.Keys.SequenceEqual(right.Keys),
        (ConstraintDefinition left, IndexDefinition right) => HasIndexOf(left, right),
        (IndexDefinition left, ConstraintDefinition right) => HasIndexOf(right, left),
        _ => false,
    };

    private static bool HasIndexOf(ConstraintDefinition constraint, IndexDefinition index) =>
        constraint.Kind is ConstraintKind.Unique or ConstraintKind.Key && index.Kind == IndexKind.Range
        && constraint.Entity == index.Entity && index.Tokens.SequenceEqual([constraint.Token])
        && constraint.Keys.SequenceEqual(index.Keys);

    private void CheckExisting(ConstraintDefinition constraint)
    {
        if (constraint.Kind == ConstraintKind.Unique)
        {
            return;
        }

        var checker = new ConstraintChecker(state, tokens);
        foreach (var id in state.Members(constraint.Entity, constraint.Token))
        {
            if (checker.Violation(constraint, id) is { } why)
            {
                throw Failed(constraint, why);
            }
        }
    }

    private StorageException Failed(ConstraintDefinition constraint, string why) =>
        new(StorageErrorKind.ConstraintCreationFailed, new SchemaText(tokens).CannotCreate(constraint, why));

    /// <summary>The index with everything that belongs in it.</summary>
    private IndexData Filled(IndexDefinition definition, ConstraintDefinition? constraint)
    {
        var data = IndexData.Empty(definition);
        if (definition.Kind is IndexKind.Lookup or IndexKind.FullText)
        {
            if (definition.Kind == IndexKind.FullText && fillsFullText)
            {
                FullTextIndex.Fill(state, data);
            }

            return data;
        }

        var key = new ByteBuffer();
        foreach (var id in definition.Tokens.Distinct().SelectMany(token => state.Members(definition.Entity, token)))
        {
            if (!data.TryWriteKey(state.PropertiesOf(definition.Entity, id), key))
            {
                continue;
            }

            if (constraint is not null && data.Tree.FindFirst(key.Span) is var same and >= 0)
            {
                var blob = state.PropertiesOf(definition.Entity, id);
                Value[] values = [.. constraint.Keys.Select(property => PropertyBlob.Read(blob, property))];
                throw Failed(constraint, new SchemaText(tokens).Duplicates(definition.Entity, same, id, constraint, values));
            }

            data.Tree.Insert(key.Span, id);
        }

        return data;
    }

    private void Replace(
        ImmutableArray<IndexDefinition> indexes, ImmutableArray<ConstraintDefinition> constraints, IndexData? filled)
    {
        var catalog = new SchemaCatalog(
            indexes.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name)),
            constraints.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name)));
        var data = catalog.Indexes.Select(
            definition => filled?.Definition == definition ? filled : state.IndexOf(definition));
        state.SetSchema(catalog, [.. data]);
    }
}
