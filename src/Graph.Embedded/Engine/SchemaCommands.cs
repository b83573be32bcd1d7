using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Engine;

/// <summary>CREATE and DROP of indexes and constraints.</summary>
internal static class SchemaCommands
{
    public static EmbeddedResult Run(SchemaStatement statement, StorageTransaction storage)
    {
        var counters = statement.Syntax switch
        {
            CreateIndexSyntax index => Create(storage, index),
            CreateConstraintSyntax constraint => Create(storage, constraint),
            DropSchemaSyntax drop => Drop(storage, drop),
            _ => throw new InvalidOperationException($"No command for {statement.Syntax.GetType().Name}."),
        };
        return new ExplainedResult([], new ResultSummary(StatementType.Schema, counters, null, false, []));
    }

    private static UpdateCounters Create(StorageTransaction storage, CreateIndexSyntax syntax)
    {
        var table = syntax.Entity == SchemaEntity.Node ? storage.Tokens.Labels : storage.Tokens.Types;
        var tokens = syntax.Tokens.Select(table.GetOrCreate).ToImmutableArray();
        var keys = syntax.Keys.Select(storage.Tokens.Keys.GetOrCreate).ToImmutableArray();
        if (syntax.Kind == IndexKind.Lookup || IsThere(storage, syntax, tokens, keys))
        {
            return syntax.Kind == IndexKind.Lookup && !syntax.IfNotExists ? throw LookupExists(syntax) : new UpdateCounters();
        }

        var name = syntax.Name ?? SchemaNames.ForIndex(syntax);
        CreateRule(storage, new IndexDefinition(name, syntax.Entity, syntax.Kind, tokens, keys, null));
        return new UpdateCounters { IndexesAdded = 1 };
    }

    private static CypherException LookupExists(CreateIndexSyntax syntax) => new(
        "Neo.ClientError.Schema.IndexAlreadyExists",
        $"An equivalent index already exists: the look-up index on {(syntax.Entity == SchemaEntity.Node ? "labels" : "types")} is always there.");

    private static bool IsThere(StorageTransaction storage, CreateIndexSyntax syntax, ImmutableArray<int> tokens, ImmutableArray<int> keys) =>
        syntax.IfNotExists && storage.Schema.Indexes.Any(index => index.Name == syntax.Name
            || (index.Entity == syntax.Entity && index.Kind == syntax.Kind && index.Tokens.SequenceEqual(tokens) && index.Keys.SequenceEqual(keys)))
        || (syntax.IfNotExists && storage.Schema.Constraints.Any(constraint => constraint.Name == syntax.Name));

    private static UpdateCounters Create(StorageTransaction storage, CreateConstraintSyntax syntax)
    {
        var table = syntax.Entity == SchemaEntity.Node ? storage.Tokens.Labels : storage.Tokens.Types;
        var token = table.GetOrCreate(syntax.Token);
        var keys = syntax.Keys.Select(storage.Tokens.Keys.GetOrCreate).ToImmutableArray();
        var isThere = syntax.IfNotExists && (storage.Schema.Constraints.Any(constraint => constraint.Name == syntax.Name
            || (constraint.Entity == syntax.Entity && constraint.Kind == syntax.Kind && constraint.Token == token && constraint.Keys.SequenceEqual(keys)))
            || storage.Schema.Indexes.Any(index => index.Name == syntax.Name));
        if (isThere)
        {
            return new UpdateCounters();
        }

        var name = syntax.Name ?? SchemaNames.ForConstraint(syntax);
        CreateRule(storage, new ConstraintDefinition(name, syntax.Entity, syntax.Kind, token, keys, syntax.PropertyType));
        return new UpdateCounters { ConstraintsAdded = 1 };
    }

    /// <summary>Clients tell from the code which kind of rule is in the way.</summary>
    private static void CreateRule(StorageTransaction storage, SchemaRule rule)
    {
        try
        {
            storage.CreateSchema(rule);
        }
        catch (StorageException exception) when (exception.Kind is StorageErrorKind.SchemaRuleExists or StorageErrorKind.SchemaNameTaken)
        {
            var obstacle = exception.Kind == StorageErrorKind.SchemaRuleExists ? Equivalent(storage.Schema, rule)
                : storage.Schema.Constraints.Any(constraint => constraint.Name == rule.Name) ? "ConstraintWithName"
                : "IndexWithName";
            throw new CypherException($"Neo.ClientError.Schema.{obstacle}AlreadyExists", exception.Message, innerException: exception);
        }
    }

    /// <summary>What kind of rule already does what the one wanted would do; the very same rule is a case of its own.</summary>
    private static string Equivalent(SchemaCatalog schema, SchemaRule rule)
    {
        var index = schema.Indexes.FirstOrDefault(known => rule switch
        {
            IndexDefinition wanted => known.Entity == wanted.Entity && known.Kind == wanted.Kind
                && known.Tokens.SequenceEqual(wanted.Tokens) && known.Keys.SequenceEqual(wanted.Keys),
            ConstraintDefinition wanted => known.OwningConstraint is null && known.Entity == wanted.Entity
                && known.Tokens.SequenceEqual([wanted.Token]) && known.Keys.SequenceEqual(wanted.Keys),
            _ => false,
        });
        var isSame = rule is ConstraintDefinition
            ? index is null && schema.Constraints.Any(known => known.Name == rule.Name)
            : index is { OwningConstraint: null } && index.Name == rule.Name;
        return isSame ? "EquivalentSchemaRule" : index is { OwningConstraint: null } ? "Index" : "Constraint";
    }

    private static UpdateCounters Drop(StorageTransaction storage, DropSchemaSyntax syntax)
    {
        var exists = syntax.IsConstraint
            ? storage.Schema.Constraints.Any(constraint => constraint.Name == syntax.Name)
            : storage.Schema.Indexes.Any(index => index.Name == syntax.Name);
        if (!exists)
        {
            return syntax.IfExists
                ? new UpdateCounters()
                : throw new CypherException(
                    $"Neo.DatabaseError.Schema.{(syntax.IsConstraint ? "ConstraintDropFailed" : "IndexDropFailed")}",
                    $"Unable to drop {(syntax.IsConstraint ? "constraint" : "index")} `{syntax.Name}`: No such "
                    + $"{(syntax.IsConstraint ? "constraint" : "index")} {syntax.Name}.");
        }

        if (!syntax.IsConstraint && storage.Schema.Indexes.First(index => index.Name == syntax.Name).OwningConstraint is { } owner)
        {
            throw new CypherException(
                "Neo.DatabaseError.Schema.IndexDropFailed", $"Unable to drop index: Index belongs to constraint: `{owner}`; drop the constraint.");
        }

        storage.DropSchema(syntax.Name);
        return syntax.IsConstraint ? new UpdateCounters { ConstraintsRemoved = 1 } : new UpdateCounters { IndexesRemoved = 1 };
    }
}

/// <summary>Names of indexes and constraints that were given none: of what they are about, so that equal schemas have equal names.</summary>
internal static class SchemaNames
{
    public static string ForIndex(CreateIndexSyntax syntax) => $"index_{HashOf($"{syntax.Entity}|{syntax.Kind}|{string.Join(',', syntax.Tokens)}|{string.Join(',', syntax.Keys)}")}";

    public static string ForConstraint(CreateConstraintSyntax syntax) =>
        $"constraint_{HashOf($"{syntax.Entity}|{syntax.Kind}|{syntax.Token}|{string.Join(',', syntax.Keys)}|{syntax.PropertyType}")}";

    /// <summary>FNV-1a, 32 bits.</summary>
    private static string HashOf(string text)
    {
        var hash = 2166136261;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16777619;
        }

        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
