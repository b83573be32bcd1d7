using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Procedures;

namespace Graph.Embedded.Binding;

internal sealed partial class Binder
{
    private BoundProcedureCall BindProcedureCall(CallProcedureSyntax call, bool isStandalone)
    {
        var procedure = _procedures.Find(call.Name) ?? throw new CypherException(
            "Neo.ClientError.Procedure.ProcedureNotFound",
            $"There is no procedure with the name `{call.Name}` registered for this database instance. Please ensure you've spelled the procedure "
            + "name correctly and that the procedure is properly deployed.");
        var arguments = BindArguments(call, procedure, isStandalone);
        var yields = BindYields(call, procedure, isStandalone);
        var where = call.Where is null ? null : BindPredicate(call.Where);
        return new BoundProcedureCall(procedure, arguments, yields, where, procedure.Columns.Count == 0, call.IsOptional);
    }

    private List<Expression> BindArguments(CallProcedureSyntax call, Procedure procedure, bool isStandalone)
    {
        if (call.Arguments.IsDefault)
        {
            if (!isStandalone && procedure.Arguments.Count > 0)
            {
                throw _source.Error(
                    call.Span.Start, "Procedure call inside a query does not support passing arguments implicitly. "
                    + "Please pass arguments explicitly in parentheses after procedure name");
            }

            return [.. procedure.Arguments.Select(argument => argument.Default is { } value
                ? (Expression)new ConstantExpression(call.Span, value)
                : new ParameterExpression(call.Span, argument.Name, ParameterIndex(argument.Name)))];
        }

        var required = procedure.Arguments.Count(static argument => argument.Default is null);
        if (call.Arguments.Length < required || call.Arguments.Length > procedure.Arguments.Count)
        {
            throw _source.Error(call.Span.Start, WrongArgumentCount(call, procedure, required));
        }

        var bound = new List<Expression>();
        for (var i = 0; i < procedure.Arguments.Count; i++)
        {
            var argument = procedure.Arguments[i];
            bound.Add(i < call.Arguments.Length
                ? Require(Bind(call.Arguments[i]), argument.Types)
                : new ConstantExpression(call.Span, argument.Default!.Value));
        }

        return bound;
    }

    private static string WrongArgumentCount(CallProcedureSyntax call, Procedure procedure, int required)
    {
        var isTooMany = call.Arguments.Length > procedure.Arguments.Count;
        var expected = procedure.Arguments.Count == 0 ? "none"
            : required == procedure.Arguments.Count ? $"{required}" : $"{(isTooMany ? "no more than" : "at least")} {(isTooMany ? procedure.Arguments.Count : required)}";
        return $"Procedure call {(isTooMany ? "provides too many" : "does not provide the required number of")} arguments: got "
            + $"{call.Arguments.Length} expected {expected}.\n\nProcedure {procedure.Name} has signature: {procedure.Signature}";
    }

    private List<(int Column, Symbol Symbol)> BindYields(CallProcedureSyntax call, Procedure procedure, bool isStandalone)
    {
        if (call.YieldsAll && !isStandalone)
        {
            throw _source.Error(call.Span.Start, "Cannot use `YIELD *` outside standalone call");
        }

        if (call.Yield.IsDefault || call.YieldsAll)
        {
            return isStandalone
                ? [.. procedure.Columns.Select((column, i) => (i, DeclareColumn(column.Name, column.Type)))]
                : procedure.Columns.Count == 0 || call.IsOptional
                    ? []
                    : throw _source.Error(
                        call.Span.Start, "Procedure call inside a query does not support naming results implicitly (name explicitly using `YIELD` instead)");
        }

        return [.. call.Yield.Select(item => BindYield(item, procedure))];
    }

    private (int Column, Symbol Symbol) BindYield(YieldItemSyntax item, Procedure procedure)
    {
        for (var i = 0; i < procedure.Columns.Count; i++)
        {
            if (procedure.Columns[i].Name == item.Field.Text)
            {
                return (i, Declare(item.Alias ?? item.Field, procedure.Columns[i].Type));
            }
        }

        throw _source.Error(item.Field.Span.Start, $"Unknown procedure output: `{item.Field.Text}`");
    }

    private Symbol DeclareColumn(string name, StaticType type)
    {
        var symbol = _slots.Create(name, type);
        _scope.Declare(symbol);
        return symbol;
    }

    private BoundProcedureCall BindShow(ShowSyntax show)
    {
        var command = _procedures.Find(show.Command) ?? throw _source.Error(show.Span.Start, $"{show.Command} is not supported");
        var filter = new ConstantExpression(show.Span, Values.Value.Of(show.Filter));
        var names = show.Names is null ? new ConstantExpression(show.Span, Values.Value.Null) : Bind(show.Names);
        var yields = show.HasYield && !show.YieldsAll
            ? show.Yield.Select(item => BindYield(item, command)).ToArray()
            : [.. command.Columns.Index()
                .Where(column => show.HasYield || command.DefaultColumns?.Contains(column.Item.Name) != false)
                .Select(column => (column.Index, DeclareColumn(column.Item.Name, column.Item.Type)))];
        var where = show.Where is null ? null : BindPredicate(show.Where);
        return new BoundProcedureCall(command, [filter, names], yields, where, false, false);
    }
}
