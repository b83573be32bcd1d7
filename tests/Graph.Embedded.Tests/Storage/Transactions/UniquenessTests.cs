using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Storage.Transactions;

public sealed class UniquenessTests : IDisposable
{
    private readonly StorageEngine _engine = StorageEngine.InMemory();
    private readonly int _label;
    private readonly int _type;
    private readonly int _key;

    public UniquenessTests()
    {
        _label = _engine.Tokens.Labels.GetOrCreate("Person");
        _type = _engine.Tokens.Types.GetOrCreate("MET");
        _key = _engine.Tokens.Keys.GetOrCreate("id");
    }

    [Fact]
    public void A_second_node_with_the_value_is_refused_as_it_is_written()
    {
        using var writer = _engine.Write();
        writer.CreateSchema(new ConstraintDefinition("ids", SchemaEntity.Node, ConstraintKind.Unique, _label, [_key], null));
        writer.CreateNode([_label], [new(_key, Value.Of("a"))]);
        var second = writer.CreateNode([_label]);

        var error = Assert.Throws<StorageException>(() => writer.SetNodeProperty(second, _key, Value.Of("a")));
        Assert.Equal(StorageErrorKind.ConstraintViolated, error.Kind);
        Assert.Equal("Node(0) already exists with label `Person` and property `id` = 'a'", error.Message);
    }

    [Fact]
    public void A_value_that_was_given_up_is_free_again()
    {
        using var writer = _engine.Write();
        writer.CreateSchema(new ConstraintDefinition("ids", SchemaEntity.Node, ConstraintKind.Unique, _label, [_key], null));
        var first = writer.CreateNode([_label], [new(_key, Value.Of(1))]);
        writer.SetNodeProperty(first, _key, Value.Of(2));
        writer.CreateNode([_label], [new(_key, Value.Of(1.0))]);
        writer.RemoveLabel(first, _label);
        writer.CreateNode([_label], [new(_key, Value.Of(2))]);
        Assert.Equal(1, writer.Commit());
    }

    [Fact]
    public void A_second_relationship_with_the_value_is_refused()
    {
        using var writer = _engine.Write();
        writer.CreateSchema(new ConstraintDefinition("ids", SchemaEntity.Relationship, ConstraintKind.Unique, _type, [_key], null));
        var node = writer.CreateNode([]);
        writer.CreateRelationship(_type, node, node, [new(_key, Value.Of(7))]);

        var error = Assert.Throws<StorageException>(
            () => writer.CreateRelationship(_type, node, node, [new(_key, Value.Of(7))]));
        Assert.Equal("Relationship(0) already exists with type `MET` and property `id` = 7", error.Message);
    }

    [Fact]
    public void A_constraint_that_existing_data_break_is_not_created()
    {
        using var writer = _engine.Write();
        writer.CreateNode([_label], [new(_key, Value.Of("a"))]);
        writer.CreateNode([_label], [new(_key, Value.Of("a"))]);

        var error = Assert.Throws<StorageException>(() => writer.CreateSchema(
            new ConstraintDefinition("ids", SchemaEntity.Node, ConstraintKind.Unique, _label, [_key], null)));
        Assert.Equal(StorageErrorKind.ConstraintCreationFailed, error.Kind);
        Assert.EndsWith("Both Node(0) and Node(1) have the label `Person` and property `id` = 'a'", error.Message);
        Assert.Empty(writer.Schema.Constraints);
    }

    public void Dispose() => _engine.Dispose();
}
