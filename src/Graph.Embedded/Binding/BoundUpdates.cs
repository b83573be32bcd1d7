using Graph.Embedded.Execution;
using Graph.Embedded.Expressions;

namespace Graph.Embedded.Binding;

/// <summary>A label or type to write: a name, or an expression that computes it.</summary>
internal readonly record struct TokenSource(TokenName? Name, Expression? Expression);

internal sealed record NodeCreation(Symbol Symbol, IReadOnlyList<TokenSource> Labels, Expression? Properties);

internal sealed record RelationshipCreation(Symbol Symbol, Symbol Start, Symbol End, TokenSource Type, Expression? Properties);

/// <summary>Nodes, then relationships between them, then the paths they make.</summary>
internal sealed record BoundCreate(
    IReadOnlyList<NodeCreation> Nodes, IReadOnlyList<RelationshipCreation> Relationships, IReadOnlyList<BoundColumn> Paths) : BoundClause;

/// <param name="Pattern">What is looked for.</param>
/// <param name="Creation">What is made where nothing was found.</param>
internal sealed record BoundMerge(
    BoundPattern Pattern, BoundCreate Creation, IReadOnlyList<SetAction> OnCreate, IReadOnlyList<SetAction> OnMatch) : BoundClause;

/// <summary>One item of SET or REMOVE.</summary>
internal abstract record SetAction(Expression Target);

internal sealed record SetPropertyAction(Expression Target, TokenName Key, Expression Value) : SetAction(Target);

internal sealed record SetDynamicPropertyAction(Expression Target, Expression Key, Expression Value) : SetAction(Target);

/// <param name="KeepsOthers">Whether properties that the map does not name stay: <c>+=</c>.</param>
internal sealed record SetPropertiesAction(Expression Target, Expression Value, bool KeepsOthers) : SetAction(Target);

internal sealed record SetLabelsAction(Expression Target, IReadOnlyList<TokenSource> Labels, bool Removes) : SetAction(Target);

internal sealed record BoundSet(IReadOnlyList<SetAction> Actions) : BoundClause;

internal sealed record BoundDelete(IReadOnlyList<Expression> Targets, bool IsDetach) : BoundClause;

internal sealed record BoundForeach(Symbol Variable, Expression List, IReadOnlyList<BoundClause> Updates) : BoundClause;
