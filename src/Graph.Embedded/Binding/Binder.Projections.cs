using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

internal sealed partial class Binder
{
    /// <summary>Names that ORDER BY and WHERE could see were it not for DISTINCT or an aggregate, for the message.</summary>
    private HashSet<string>? _hiddenByProjection;

    private BoundProjection BindProjection(ProjectionSyntax syntax)
    {
        var before = _scope;
        var items = BindItems(syntax);
        var isAggregating = items.Any(static item => HasAggregate(item.Expression));
        var output = before.Cleared();
        var grouping = isAggregating ? new GroupingBuilder(_source, _slots) : null;
        var columns = BindColumns(items, output, grouping);
        _hiddenByProjection = isAggregating || syntax.IsDistinct
            ? [.. before.Locals.Select(static symbol => symbol.Name)] : null;
        var order = BindOrder(syntax, items, columns, before, output, grouping);
        _scope = output;
        var (skip, limit) = (BindCount(syntax.Skip, "SKIP"), BindCount(syntax.Limit, "LIMIT"));
        var where = BindProjectionWhere(syntax, items, columns, before, output, grouping);
        _hiddenByProjection = null;
        _scope = output;
        return new BoundProjection(grouping?.Build(), columns, syntax.IsDistinct, order, skip, limit, where);
    }

    private readonly record struct ProjectionItem(Expression Expression, string Name, SourceSpan Span, string Key);

    private List<ProjectionItem> BindItems(ProjectionSyntax syntax)
    {
        var items = new List<ProjectionItem>();
        if (syntax.HasStar)
        {
            if (_scope.Locals.Count == 0 && syntax.IsReturn && syntax.Items.IsEmpty)
            {
                throw _source.Error(syntax.Span.Start, "RETURN * is not allowed when there are no variables in scope");
            }

            items.AddRange(_scope.Locals.OrderBy(static symbol => symbol.Name, StringComparer.Ordinal)
                .Select(symbol => ItemOf(new SymbolExpression(syntax.Span, symbol), symbol.Name)));
        }

        _aggregatePlace = AggregatePlace.Allowed;
        foreach (var item in syntax.Items)
        {
            var expression = Bind(item.Expression);
            if (item.Alias is null && !syntax.IsReturn && item.Expression is not VariableSyntax)
            {
                throw _source.Error(item.Expression.Span.Start, "Expression in WITH must be aliased (use AS)");
            }

            var name = item.Alias?.Text ?? (item.Expression is VariableSyntax variable ? variable.Name : item.Text);
            items.Add(ItemOf(expression, name));
        }

        _aggregatePlace = AggregatePlace.Nowhere;
        var names = new HashSet<string>(StringComparer.Ordinal);
        return items.TrueForAll(item => names.Add(item.Name))
            ? items
            : throw _source.Error(FirstItem(syntax), "Multiple result columns with the same name are not supported");
    }

    private static int FirstItem(ProjectionSyntax syntax) => syntax.Items.IsEmpty ? syntax.Span.Start : syntax.Items[0].Expression.Span.Start;

    private static ProjectionItem ItemOf(Expression expression, string name) =>
        new(expression, name, expression.Span, ExpressionText.KeyOf(expression));

    private static bool HasAggregate(Expression expression) =>
        expression.DescendantsAndSelf().Any(static part => part is AggregateExpression);

    private List<BoundColumn> BindColumns(List<ProjectionItem> items, Scope output, GroupingBuilder? grouping)
    {
        foreach (var item in items.Where(static item => !HasAggregate(item.Expression)))
        {
            grouping?.AddKey(item.Expression, item.Name);
        }

        var columns = new List<BoundColumn>();
        foreach (var item in items)
        {
            var expression = grouping is null ? item.Expression : grouping.Rewrite(item.Expression);
            var symbol = expression is SymbolExpression { Symbol.IsHidden: false } variable && variable.Symbol.Name == item.Name
                ? variable.Symbol
                : _slots.Create(item.Name, expression.Type);
            columns.Add(new BoundColumn(symbol, expression));
            output.Declare(symbol);
        }

        return columns;
    }

    private List<SortKey> BindOrder(
        ProjectionSyntax syntax, List<ProjectionItem> items, List<BoundColumn> columns, Scope before, Scope output, GroupingBuilder? grouping)
    {
        var keys = new List<SortKey>();
        foreach (var item in syntax.OrderBy)
        {
            keys.Add(new SortKey(
                BindAfterProjection(syntax, item.Expression, items, columns, before, output, grouping, AggregatePlace.Allowed), item.IsDescending));
        }

        return keys;
    }

    private Expression? BindProjectionWhere(
        ProjectionSyntax syntax, List<ProjectionItem> items, List<BoundColumn> columns, Scope before, Scope output, GroupingBuilder? grouping) =>
        syntax.Where is null
            ? null
            : Require(
                BindAfterProjection(syntax, syntax.Where, items, columns, before, output, grouping, AggregatePlace.Nowhere, isPredicate: true),
                TypeSet.Boolean);

    /// <summary>
    /// ORDER BY and WHERE see the new variables, and, where rows are not merged, the old ones too. Where they are, a part
    /// that equals a column stands for the column: <c>RETURN a.x, count(*) ORDER BY a.x</c>.
    /// </summary>
    private Expression BindAfterProjection(
        ProjectionSyntax syntax, ExpressionSyntax part, List<ProjectionItem> items, List<BoundColumn> columns, Scope before, Scope output,
        GroupingBuilder? grouping, AggregatePlace aggregates, bool isPredicate = false)
    {
        var isMerging = grouping is not null || syntax.IsDistinct;
        _scope = before.Copy();
        foreach (var symbol in output.Locals)
        {
            _scope.Declare(symbol);
        }

        _aggregatePlace = aggregates;
        var expression = Bind(part, isPredicate);
        _aggregatePlace = AggregatePlace.Nowhere;
        if (grouping is null && HasAggregate(expression))
        {
            throw _source.Error(
                syntax.Span.Start,
                $"Cannot use aggregation in ORDER BY if there are no aggregate expressions in the preceding {(syntax.IsReturn ? "RETURN" : "WITH")}");
        }

        if (!isMerging)
        {
            return expression;
        }

        var replaced = ReplaceColumns(expression, items, columns);
        return RequireVisible(replaced, output, columns);
    }

    private static Expression ReplaceColumns(Expression expression, List<ProjectionItem> items, List<BoundColumn> columns)
    {
        var key = ExpressionText.KeyOf(expression);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Key == key)
            {
                return new SymbolExpression(expression.Span, columns[i].Symbol);
            }
        }

        return expression.MapChildren(child => ReplaceColumns(child, items, columns));
    }

    private Expression RequireVisible(Expression expression, Scope output, List<BoundColumn> columns)
    {
        var visible = output.Locals.Concat(columns.Select(static column => column.Symbol)).ToHashSet();
        foreach (var symbol in expression.Reads())
        {
            if (!visible.Contains(symbol) && !_scope.IsOuter(symbol.Name))
            {
                throw _source.Error(
                    SpanOf(expression, symbol).Start,
                    "In a WITH/RETURN with DISTINCT or an aggregation, it is not possible to access variables declared before the WITH/RETURN: "
                    + symbol.Name);
            }
        }

        return expression.DescendantsAndSelf().FirstOrDefault(static part => part is AggregateExpression) is { } aggregate
            ? throw _source.Error(
                aggregate.Span.Start, "Illegal aggregation expression(s) in ORDER BY: it must also be a column of the projection")
            : expression;
    }

    private static SourceSpan SpanOf(Expression expression, Symbol symbol) => expression.DescendantsAndSelf()
        .FirstOrDefault(part => part is SymbolExpression variable && ReferenceEquals(variable.Symbol, symbol))?.Span ?? expression.Span;

    private Expression? BindCount(ExpressionSyntax? syntax, string word, bool isPositive = false)
    {
        if (syntax is null)
        {
            return null;
        }

        var saved = _scope;
        _scope = new Scope();
        Expression expression;
        try
        {
            expression = Bind(syntax);
        }
        catch (CypherException exception) when (exception.Message.StartsWith("Variable `", StringComparison.Ordinal))
        {
            throw _source.Error(
                exception.Offset, $"It is not allowed to refer to variables in {word}, so that the value for {word} can be statically calculated.");
        }

        _scope = saved;
        if (expression is ConstantExpression { Value: var value } && !(value.Kind == Values.ValueKind.Integer && value.AsInteger >= (isPositive ? 1 : 0)))
        {
            throw _source.Error(
                expression.Span.Start,
                $"Invalid input. '{_source.Slice(expression.Span)}' is not a valid value. Must be a {(isPositive ? "positive" : "non-negative")} integer.");
        }

        return expression;
    }
}
