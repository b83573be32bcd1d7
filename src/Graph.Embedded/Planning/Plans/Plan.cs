using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;

namespace Graph.Embedded.Planning;

/// <summary>An operator of a plan: immutable, shared by every run of the statement.</summary>
/// <param name="Input">Where its rows come from; null for the one row a (sub)query starts with.</param>
/// <param name="Rows">Rows it is expected to give.</param>
internal abstract record Plan(Plan? Input, double Rows)
{
    /// <summary>Name that EXPLAIN gives it: Neo4j's, where it has the operator.</summary>
    public abstract string Name { get; }

    /// <summary>What it works on, for people.</summary>
    public virtual string Details => "";

    /// <summary>Inputs besides <see cref="Input"/>: the other side of a join, the inside of a subquery.</summary>
    public virtual IReadOnlyList<Plan> Others => [];

    /// <summary>Expressions that it computes.</summary>
    public virtual IEnumerable<Expression> Expressions => [];

    /// <summary>Variables that it reads besides those of its expressions.</summary>
    public virtual IEnumerable<Symbol> AlsoReads => [];

    /// <summary>Variables it introduces.</summary>
    public virtual IReadOnlyList<Symbol> Introduces => [];
}

/// <summary>The one row that a query, or a subquery for each outer row, starts with.</summary>
internal sealed record ArgumentPlan() : Plan(null, 1)
{
    public override string Name => "Argument";
}
