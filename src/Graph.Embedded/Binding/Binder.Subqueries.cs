using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

internal sealed partial class Binder
{
    private SubqueryExpression BindSubquery(SubquerySyntax syntax)
    {
        var word = syntax.Kind switch { SubqueryKind.Exists => "n Exists", SubqueryKind.Count => " Count", _ => " Collect" };
        if (HasUpdate(syntax.Query))
        {
            throw _source.Error(syntax.Span.Start, $"A{word} Expression cannot contain any updates");
        }

        var place = syntax.Kind == SubqueryKind.Collect ? QueryPlace.Collect : QueryPlace.Test;
        var (query, captured) = BindInner(() => BindQuery(syntax.Query, new Scope(_scope.All), place));
        if (syntax.Kind == SubqueryKind.Collect && query.ColumnNames.Count != 1)
        {
            throw _source.Error(syntax.Span.Start, "A Collect Expression must end with a single return column.");
        }

        return new SubqueryExpression(syntax.Span, syntax.Kind, query, captured, _source.Slice(syntax.Span));
    }

    /// <summary>Binds a query inside an expression: aggregates of the projection around it have no place in it.</summary>
    private (T Result, HashSet<Symbol> Captured) BindInner<T>(Func<T> bind)
    {
        var (aggregates, hidden) = (_aggregatePlace, _hiddenByProjection);
        _aggregatePlace = AggregatePlace.Nowhere;
        _hiddenByProjection = null;
        var result = Capturing(bind);
        (_aggregatePlace, _hiddenByProjection) = (aggregates, hidden);
        return result;
    }

    private SubqueryExpression BindPatternComprehension(PatternComprehensionSyntax syntax)
    {
        var (query, captured) = BindInner(() =>
        {
            var clauses = new List<BoundClause>();
            _scope = new Scope(_scope.All);
            BindMatch(new MatchSyntax(syntax.Span, false, [syntax.Pattern], syntax.Where), clauses);
            var projection = Bind(syntax.Projection);
            return Projected(clauses, projection);
        });
        return new SubqueryExpression(syntax.Span, SubqueryKind.Collect, query, captured, _source.Slice(syntax.Span));
    }

    private BoundQuery Projected(List<BoundClause> clauses, Expression projection)
    {
        var column = _slots.CreateHidden("item", projection.Type);
        clauses.Add(new BoundProjection(null, [new BoundColumn(column, projection)], false, [], null, null, null) { Scope = [column] });
        return new BoundQuery([new BoundSingleQuery(clauses, [column])], false, [column], [column.Name]);
    }

    private SubqueryExpression BindPatternPredicate(PatternExpressionSyntax syntax)
    {
        RequireNoNewVariables(syntax.Pattern);
        var (query, captured) = BindInner(() =>
        {
            var clauses = new List<BoundClause>();
            _scope = new Scope(_scope.All);
            BindMatch(new MatchSyntax(syntax.Span, false, [syntax.Pattern], null), clauses);
            return new BoundQuery([new BoundSingleQuery(clauses, [])], false, [], []);
        });
        return new SubqueryExpression(syntax.Span, SubqueryKind.Exists, query, captured, _source.Slice(syntax.Span));
    }

    private void RequireNoNewVariables(PathPatternSyntax pattern)
    {
        foreach (var element in pattern.Elements)
        {
            var name = element switch
            {
                NodePatternSyntax node => node.Variable,
                RelationshipPatternSyntax relationship => relationship.Variable,
                _ => null,
            };
            if (name is not null && _scope.Find(name.Text) is null)
            {
                throw _source.Error(name.Span.Start, $"PatternExpressions are not allowed to introduce new variables: '{name.Text}'.");
            }
        }
    }

    /// <summary><c>shortestPath(...)</c> as an expression: the path or null; for <c>allShortestPaths</c> a list.</summary>
    private Expression BindShortestPathExpression(ShortestPathSyntax syntax)
    {
        RequireNoNewVariables(syntax.Pattern with
        {
            Elements = [.. syntax.Pattern.Elements.Where(static element => element is NodePatternSyntax)],
        });
        var (query, captured) = BindInner(() =>
        {
            var clauses = new List<BoundClause>();
            _scope = new Scope(_scope.All);
            var name = new NameSyntax(syntax.Span, "  path");
            BindMatch(new MatchSyntax(syntax.Span, false, [syntax.Pattern with { Variable = name }], null), clauses);
            return Projected(clauses, new SymbolExpression(syntax.Span, _scope.Find(name.Text)!));
        });
        var paths = new SubqueryExpression(syntax.Span, SubqueryKind.Collect, query, captured, _source.Slice(syntax.Span));
        return syntax.Pattern.Selector == PathSelector.AllShortestPaths
            ? paths
            : new IndexExpression(syntax.Span, paths, new ConstantExpression(syntax.Span, Values.Value.Of(0L)));
    }

    public static bool HasUpdate(QuerySyntax query) => query.Parts.Any(static part => part.Clauses.Any(static clause =>
        IsUpdate(clause) || (clause is CallSubquerySyntax call && HasUpdate(call.Query))));

    private BoundSubqueryCall BindSubqueryCall(CallSubquerySyntax syntax)
    {
        var bare = syntax.Query.Parts.Select(static part => part.Clauses[^1]).OfType<ProjectionSyntax>()
            .SelectMany(static clause => clause.Items).FirstOrDefault(static item => item.Alias is null && item.Expression is not VariableSyntax);
        if (bare is not null)
        {
            throw _source.Error(bare.Expression.Span.Start, "Expression in CALL { RETURN ... } must be aliased (use AS)");
        }

        var before = _scope;
        var start = new Scope(SubqueryImports(syntax));
        var query = BindQuery(PreparedForImport(syntax, start, out var imported), imported, QueryPlace.Call);
        _scope = before;
        for (var i = 0; i < query.ColumnNames.Count; i++)
        {
            if (_scope.Find(query.ColumnNames[i]) is not null)
            {
                throw _source.Error(
                    syntax.Query.Parts[0].Clauses[^1].Span.Start, $"Variable `{query.ColumnNames[i]}` already declared in outer scope");
            }
        }

        foreach (var column in query.Columns)
        {
            _scope.Declare(column);
        }

        var batches = syntax.InTransactions is { } options ? BindBatches(options) : null;
        return new BoundSubqueryCall(query, !query.Returns, syntax.IsOptional, batches);
    }

    /// <summary>What <c>CALL (a, b)</c> lets the subquery see all through it.</summary>
    private Dictionary<string, Symbol> SubqueryImports(CallSubquerySyntax syntax)
    {
        if (syntax.ImportsAll)
        {
            return new Dictionary<string, Symbol>(_scope.All);
        }

        var imports = new Dictionary<string, Symbol>(StringComparer.Ordinal);
        foreach (var name in syntax.Imports.IsDefault ? [] : syntax.Imports)
        {
            imports[name.Text] = Find(name.Text) ?? throw _source.NotDefined(name.Span, name.Text);
        }

        return imports;
    }

    /// <summary>
    /// Takes the importing WITH off a subquery in the older form: its variables are in scope from the start. Where only some
    /// parts of a UNION import, the others must not see what they did not import.
    /// </summary>
    private QuerySyntax PreparedForImport(CallSubquerySyntax syntax, Scope start, out Scope imported)
    {
        imported = start;
        if (!syntax.Imports.IsDefault || syntax.ImportsAll)
        {
            return syntax.Query;
        }

        var parts = new List<SingleQuerySyntax>();
        foreach (var part in syntax.Query.Parts)
        {
            if (part.Clauses[0] is ProjectionSyntax { IsReturn: false } with && IsImporting(with))
            {
                foreach (var symbol in with.HasStar ? _scope.All.Values : with.Items.Select(item => Find(((VariableSyntax)item.Expression).Name)!))
                {
                    imported.Declare(symbol);
                }

                var rest = part.Clauses.RemoveAt(0);
                parts.Add(rest.IsEmpty
                    ? throw _source.Error(with.Span.Start, "Query cannot conclude with WITH")
                    : part with { Clauses = rest });
            }
            else
            {
                parts.Add(part);
            }
        }

        return syntax.Query with { Parts = [.. parts] };
    }

    private bool IsImporting(ProjectionSyntax with)
    {
        var isSimple = with.Items.All(static item => item.Expression is VariableSyntax && item.Alias is null);
        var readsOuter = with.HasStar || with.Items.Any(item => MentionsOuter(item.Expression));
        if (!readsOuter)
        {
            return false;
        }

        return isSimple && !with.IsDistinct && with.OrderBy.IsEmpty && with.Skip is null && with.Limit is null && with.Where is null
            ? true
            : throw _source.Error(
                with.Span.Start,
                "Importing WITH should consist only of simple references to outside variables. Aliasing or expressions are not supported.");
    }

    private bool MentionsOuter(ExpressionSyntax expression) => expression switch
    {
        VariableSyntax variable => _scope.Find(variable.Name) is not null,
        PropertySyntax property => MentionsOuter(property.Target),
        BinarySyntax binary => MentionsOuter(binary.Left) || MentionsOuter(binary.Right),
        FunctionCallSyntax call => call.Arguments.Any(MentionsOuter),
        ListSyntax list => list.Items.Any(MentionsOuter),
        _ => false,
    };

    private BoundBatches BindBatches(InTransactionsSyntax options)
    {
        var size = options.BatchSize is null ? null : BindCount(options.BatchSize, "OF ... ROWS", isPositive: true);
        return new BoundBatches(size, options.OnError, options.Report is null ? null : Declare(options.Report, StaticType.Map));
    }
}
