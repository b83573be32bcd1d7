using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Expressions;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Planning;

internal sealed record AllNodesScanPlan(Plan Input, double Rows, Symbol Node) : Plan(Input, Rows)
{
    public override string Name => "AllNodesScan";

    public override string Details => Node.Name;

    public override IReadOnlyList<Symbol> Introduces => [Node];
}

internal sealed record NodeByLabelScanPlan(Plan Input, double Rows, Symbol Node, TokenName Label) : Plan(Input, Rows)
{
    public override string Name => "NodeByLabelScan";

    public override string Details => $"{Node}:{Names.Quote(Label.Name)}";

    public override IReadOnlyList<Symbol> Introduces => [Node];
}

/// <summary>Nodes or relationships by id or element id, from one value or a list.</summary>
internal sealed record EntityByIdSeekPlan(
    Plan Input, double Rows, Symbol Entity, Expression Ids, bool IsList, bool IsElementId, PatternRelationship? Relationship)
    : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => [Ids];

    public override string Name => Relationship is null
        ? IsElementId ? "NodeByElementIdSeek" : "NodeByIdSeek"
        : $"{(Relationship.Direction == Direction.Both ? "Undirected" : "Directed")}RelationshipBy{(IsElementId ? "ElementId" : "Id")}Seek";

    public override string Details => $"{Entity} WHERE {(IsElementId ? "elementId" : "id")}({Entity}) {(IsList ? "IN" : "=")} {Ids}";

    public override IReadOnlyList<Symbol> Introduces =>
        Relationship is null ? [Entity] : [Entity, Relationship.From, Relationship.To];
}

/// <summary>How an index is used.</summary>
internal enum IndexUse : byte
{
    Equal,

    /// <summary>Equal to an item of a list.</summary>
    In,
    Range,
    Prefix,
    Scan,
}

/// <param name="Values">Equal: one for each key. In: the list. Range: lower and upper bound. Prefix: the prefix.</param>
internal sealed record IndexAccess(
    IndexDefinition Index, string Token, IReadOnlyList<string> Keys, IndexUse Use, bool IsUnique, IReadOnlyList<Expression?> Values,
    bool LowerInclusive = false, bool UpperInclusive = false)
{
    public string Describe(Symbol entity)
    {
        var target = $"{Index.Kind.ToString().ToUpperInvariant()} INDEX {entity}:{Names.Quote(Token)}({string.Join(", ", Keys.Select(Names.Quote))})";
        return Use switch
        {
            IndexUse.Equal => $"{target} WHERE {string.Join(" AND ", Keys.Select((key, i) => $"{Names.Quote(key)} = {Values[i]}"))}",
            IndexUse.In => $"{target} WHERE {Names.Quote(Keys[0])} IN {Values[0]}",
            IndexUse.Prefix => $"{target} WHERE {Names.Quote(Keys[0])} STARTS WITH {Values[0]}",
            IndexUse.Range => $"{target} WHERE " + string.Join(" AND ", Bounds()),
            _ => target,
        };
    }

    private IEnumerable<string> Bounds()
    {
        var key = Names.Quote(Keys[0]);
        if (Values[0] is { } lower)
        {
            yield return $"{key} {(LowerInclusive ? ">=" : ">")} {lower}";
        }

        if (Values[1] is { } upper)
        {
            yield return $"{key} {(UpperInclusive ? "<=" : "<")} {upper}";
        }
    }
}

internal sealed record NodeIndexPlan(Plan Input, double Rows, Symbol Node, IndexAccess Access) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => Access.Values.OfType<Expression>();

    public override string Name => Access.Use switch
    {
        IndexUse.Scan => "NodeIndexScan",
        IndexUse.Range or IndexUse.Prefix => "NodeIndexSeekByRange",
        _ => Access.IsUnique ? "NodeUniqueIndexSeek" : "NodeIndexSeek",
    };

    public override string Details => Access.Describe(Node);

    public override IReadOnlyList<Symbol> Introduces => [Node];
}

/// <summary>Relationships of given types, or all; each comes once, or undirected ones once in each direction.</summary>
internal sealed record RelationshipScanPlan(Plan Input, double Rows, PatternRelationship Relationship) : Plan(Input, Rows)
{
    public override string Name => (Relationship.Direction == Direction.Both ? "Undirected" : "Directed")
        + (Relationship.Types.Count switch { 0 => "AllRelationshipsScan", 1 => "RelationshipTypeScan", _ => "UnionRelationshipTypesScan" });

    public override string Details => PatternText.Of(Relationship);

    public override IReadOnlyList<Symbol> Introduces => [Relationship.From, Relationship.Symbol, Relationship.To];
}

internal sealed record RelationshipIndexPlan(Plan Input, double Rows, PatternRelationship Relationship, IndexAccess Access) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => Access.Values.OfType<Expression>();

    public override string Name => (Relationship.Direction == Direction.Both ? "Undirected" : "Directed") + Access.Use switch
    {
        IndexUse.Scan => "RelationshipIndexScan",
        IndexUse.Range or IndexUse.Prefix => "RelationshipIndexSeekByRange",
        _ => "RelationshipIndexSeek",
    };

    public override string Details => Access.Describe(Relationship.Symbol);

    public override IReadOnlyList<Symbol> Introduces => [Relationship.From, Relationship.Symbol, Relationship.To];
}
