using Graph.Embedded.Binding;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Planning;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Engine;

/// <summary>A statement ready to run: what a cache keeps.</summary>
internal abstract record CompiledStatement(StatementMode Mode, StatementType Type)
{
    /// <summary>Whether it needs a transaction that may write.</summary>
    public bool Writes => Type is not (StatementType.Read or StatementType.System);

    /// <summary>Whether it has a subquery IN TRANSACTIONS, which may also only read.</summary>
    public bool CommitsInParts { get; init; }
}

/// <summary>CREATE or DROP of an index or constraint.</summary>
internal sealed record SchemaStatement(StatementMode Mode, StatementSyntax Syntax) : CompiledStatement(Mode, StatementType.Schema);

/// <param name="Parameters">Names of the parameters it uses, in the order of their indexes.</param>
/// <param name="Basis">What the plan was made for.</param>
internal sealed record QueryStatement(
    StatementMode Mode, StatementType Type, Plan Plan, SlotAllocator Slots, IReadOnlyList<string> Parameters, IReadOnlyList<Symbol> Columns,
    IReadOnlyList<string> ColumnNames, PlanBasis Basis) : CompiledStatement(Mode, Type);

/// <summary>The schema and size of the graph that a plan was made for.</summary>
internal sealed record PlanBasis(SchemaCatalog Schema, long Nodes, long Relationships)
{
    /// <summary>Counts that differ by less than this factor lead to the same choices, nearly always.</summary>
    private const double Drift = 4;

    /// <summary>Counts below this are planned for as if they were this.</summary>
    private const double Floor = 50;

    public static PlanBasis Of(StorageTransaction storage) => new(storage.Schema, storage.NodeCount, storage.RelationshipCount);

    /// <summary>Whether a plan made for one graph serves the other.</summary>
    public bool Fits(PlanBasis other) => ReferenceEquals(Schema, other.Schema) && AreClose(Nodes, other.Nodes) && AreClose(Relationships, other.Relationships);

    private static bool AreClose(double left, double right)
    {
        var (small, large) = (Math.Max(Floor, Math.Min(left, right)), Math.Max(Floor, Math.Max(left, right)));
        return large <= small * Drift;
    }
}
