using System.Collections.Immutable;
using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Schema;

/// <summary>Rules and violations in the words that Neo4j 5 has for them.</summary>
internal sealed class SchemaText(TokenTables tokens)
{
    public string AlreadyExists(SchemaEntity entity, long id, ConstraintDefinition rule, IReadOnlyList<Value> values) =>
        $"{Entity(entity, id)} already exists with {Token(entity, rule.Token)} and {Properties(rule.Keys, values)}";

    public string Missing(SchemaEntity entity, long id, ConstraintDefinition rule, int key) =>
        $"{Entity(entity, id)} with {Token(entity, rule.Token)} must have the property `{tokens.Keys.NameOf(key)}`";

    public string WrongType(SchemaEntity entity, long id, ConstraintDefinition rule, Value value) =>
        $"{Entity(entity, id)} with {Token(entity, rule.Token)} required the property `{tokens.Keys.NameOf(rule.Keys[0])}`"
        + $" to be of type `{rule.PropertyType}`, but was {value}.";

    public string CannotCreate(ConstraintDefinition rule, string why) =>
        $"Unable to create Constraint( name='{rule.Name}', type='{TypeName(rule)}', schema={Pattern(rule)} ):\n{why}";

    public string Duplicates(SchemaEntity entity, long first, long second, ConstraintDefinition rule, IReadOnlyList<Value> values) =>
        $"Both {Entity(entity, first)} and {Entity(entity, second)} have the {Token(entity, rule.Token)}"
        + $" and {Properties(rule.Keys, values)}";

    /// <summary>The pattern of a rule, such as <c>(:Person {name})</c>.</summary>
    public string Pattern(SchemaRule rule) => rule switch
    {
        IndexDefinition index => Pattern(index.Entity, index.Tokens, index.Keys),
        ConstraintDefinition constraint => Pattern(constraint.Entity, [constraint.Token], constraint.Keys),
        _ => "",
    };

    private static string TypeName(ConstraintDefinition rule) => (rule.Entity, rule.Kind) switch
    {
        (SchemaEntity.Node, ConstraintKind.Unique) => "UNIQUENESS",
        (_, ConstraintKind.Unique) => "RELATIONSHIP UNIQUENESS",
        (SchemaEntity.Node, ConstraintKind.Existence) => "NODE PROPERTY EXISTENCE",
        (_, ConstraintKind.Existence) => "RELATIONSHIP PROPERTY EXISTENCE",
        (SchemaEntity.Node, ConstraintKind.Key) => "NODE KEY",
        (_, ConstraintKind.Key) => "RELATIONSHIP KEY",
        (SchemaEntity.Node, _) => "NODE PROPERTY TYPE",
        _ => "RELATIONSHIP PROPERTY TYPE",
    };

    private string Pattern(SchemaEntity entity, ImmutableArray<int> ids, ImmutableArray<int> keys)
    {
        var table = entity == SchemaEntity.Node ? tokens.Labels : tokens.Types;
        var names = string.Join('|', ids.Select(table.NameOf));
        var properties = string.Join(", ", keys.Select(tokens.Keys.NameOf));
        return entity == SchemaEntity.Node ? $"(:{names} {{{properties}}})" : $"()-[:{names} {{{properties}}}]-()";
    }

    private static string Entity(SchemaEntity entity, long id) =>
        entity == SchemaEntity.Node ? $"Node({id})" : $"Relationship({id})";

    private string Token(SchemaEntity entity, int token) =>
        entity == SchemaEntity.Node ? $"label `{tokens.Labels.NameOf(token)}`" : $"type `{tokens.Types.NameOf(token)}`";

    private string Properties(ImmutableArray<int> keys, IReadOnlyList<Value> values) =>
        (keys.Length == 1 ? "property " : "properties ")
        + string.Join(", ", keys.Select((key, i) => $"`{tokens.Keys.NameOf(key)}` = {values[i]}"));
}
