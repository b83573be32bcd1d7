using System.Collections.Frozen;
using Graph.Embedded.Expressions;
using Graph.Embedded.Functions;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

internal sealed partial class Binder
{
    private static readonly FrozenDictionary<string, AggregateFunction> Aggregates = new Dictionary<string, AggregateFunction>
    {
        ["count"] = AggregateFunction.Count,
        ["sum"] = AggregateFunction.Sum,
        ["avg"] = AggregateFunction.Avg,
        ["min"] = AggregateFunction.Min,
        ["max"] = AggregateFunction.Max,
        ["collect"] = AggregateFunction.Collect,
        ["stdev"] = AggregateFunction.StDev,
        ["stdevp"] = AggregateFunction.StDevP,
        ["percentilecont"] = AggregateFunction.PercentileCont,
        ["percentiledisc"] = AggregateFunction.PercentileDisc,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether aggregates may stand here: set while the columns and the order of a projection are bound.</summary>
    private AggregatePlace _aggregatePlace;

    private enum AggregatePlace : byte
    {
        Nowhere,
        Allowed,
        InsideAggregate,
        InsideList,
    }

    private Expression BindCall(FunctionCallSyntax call)
    {
        if (Aggregates.TryGetValue(call.Name, out var aggregate))
        {
            return BindAggregate(call, aggregate);
        }

        if (call.Arguments is [PatternExpressionSyntax tested] && call.Name.Equals("exists", StringComparison.OrdinalIgnoreCase))
        {
            return BindPatternPredicate(tested);
        }

        if (call.Arguments is [PatternExpressionSyntax pattern] && call.Name.Equals("size", StringComparison.OrdinalIgnoreCase))
        {
            throw _source.Error(
                pattern.Span.Start,
                "A pattern expression should only be used in order to test the existence of a pattern. It can no longer be used inside the "
                + "function size(), an alternative is to replace size() with COUNT {}.");
        }

        if (GraphFunction.Find(call.Name) is { } graphFunction)
        {
            CheckArity(call, 1, 1);
            return new GraphCallExpression(call.Span, graphFunction, [Require(Bind(call.Arguments[0]), graphFunction.Accepts)]);
        }

        if (ScalarFunctions.Find(call.Name) is not { } function)
        {
            throw UnknownFunction(call);
        }

        CheckArity(call, function.MinArity, function.MaxArity);
        if (function.Name == "point" && call.Arguments[0] is MapSyntax map
            && SpatialFunctions.FaultOf([.. map.Entries.Select(static entry => entry.Key)]) is { } fault)
        {
            throw _source.Error(map.Span.Start, fault);
        }

        var signature = FunctionSignature.Of(function);
        var arguments = call.Arguments.Select((argument, i) => RequireArgument(BindArgument(argument, i, function), signature.Argument(i), function)).ToArray();
        if (function.Name == "coalesce")
        {
            return new CoalesceExpression(call.Span, arguments, ResultOf(function, signature, arguments));
        }

        return ConstantFolding.Fold(new ScalarCallExpression(call.Span, function, arguments, ResultOf(function, signature, arguments)), function, arguments);
    }

    /// <summary>A normal form is written as a bare word, and as nothing else.</summary>
    private Expression BindArgument(ExpressionSyntax argument, int position, ScalarFunction function)
    {
        if (function.Name != "normalize" || position != 1)
        {
            return Bind(argument);
        }

        return argument is VariableSyntax { Name: var form } && form.ToUpperInvariant() is ("NFC" or "NFD" or "NFKC" or "NFKD")
            ? new ConstantExpression(argument.Span, Values.Value.Of(form))
            : throw _source.Error(argument.Span.Start, "Invalid normal form, expected NFC, NFD, NFKC, NFKD");
    }

    /// <summary>An empty list could be one of anything, so conversions refuse it only when they meet it; toInteger any list, as in Neo4j.</summary>
    private Expression RequireArgument(Expression argument, TypeSet types, ScalarFunction function) =>
        (argument is ListExpression { Children.Count: 0 } && function.Name is "toFloat" or "toBoolean")
        || (argument.Type.IsOnly(TypeSet.List) && function.Name == "toInteger")
            ? argument
            : Require(argument, types);

    private CypherException UnknownFunction(FunctionCallSyntax call) => call.Name.Equals("exists", StringComparison.OrdinalIgnoreCase)
        ? _source.Error(
            call.Span.Start,
            "The property existence syntax `... exists(variable.property)` is no longer supported. Please use `variable.property IS NOT NULL` "
            + "instead.")
        : _source.Error(call.Span.Start, $"Unknown function '{call.Name}'");

    private void CheckArity(FunctionCallSyntax call, int least, int most)
    {
        if (call.Arguments.Length < least)
        {
            throw _source.Error(call.Span.Start, $"Insufficient parameters for function '{call.Name}'");
        }

        if (call.Arguments.Length > most)
        {
            throw _source.Error(call.Span.Start, $"Too many parameters for function '{call.Name}'");
        }
    }

    /// <summary>Functions that give one of their arguments, or an item of it, are typed by it.</summary>
    private static StaticType ResultOf(ScalarFunction function, FunctionSignature signature, Expression[] arguments) => function.Name switch
    {
        "head" or "last" when arguments[0].Type.IsOnly(TypeSet.List) => arguments[0].Type.Item,
        "tail" or "reverse" when arguments[0].Type.IsOnly(TypeSet.List) => arguments[0].Type,
        "coalesce" => arguments.Select(static argument => argument.Type).Aggregate(static (types, next) => types.Or(next)),
        "abs" when arguments[0].Type.IsOnly(TypeSet.Number) => arguments[0].Type,
        _ => signature.Result,
    };

    private AggregateExpression BindAggregate(FunctionCallSyntax call, AggregateFunction function)
    {
        var hasSecond = function is AggregateFunction.PercentileCont or AggregateFunction.PercentileDisc;
        CheckArity(call, hasSecond ? 2 : 1, hasSecond ? 2 : 1);
        CheckAggregatePlace(call.Span.Start, call.Name);
        var place = _aggregatePlace;
        _aggregatePlace = AggregatePlace.InsideAggregate;
        var argument = Bind(call.Arguments[0]);
        var second = hasSecond ? Require(Bind(call.Arguments[1]), TypeSet.Number) : null;
        _aggregatePlace = place;
        CheckAggregateArgument(function, argument);
        if (second is ConstantExpression { Value: { IsNumber: true } fraction } && fraction.AsFloat is not (>= 0 and <= 1))
        {
            throw _source.Error(
                second.Span.Start, $"Invalid input '{fraction}' is not a valid argument, must be a number in the range 0.0 to 1.0");
        }

        return new AggregateExpression(call.Span, function, argument, second, call.IsDistinct);
    }

    private AggregateExpression BindAggregate(AggregateExpression countStar)
    {
        CheckAggregatePlace(countStar.Span.Start, "count");
        return countStar;
    }

    private void CheckAggregatePlace(int offset, string name)
    {
        switch (_aggregatePlace)
        {
            case AggregatePlace.Nowhere:
                throw _source.Error(offset, $"Invalid use of aggregating function {name}(...) in this context");
            case AggregatePlace.InsideAggregate:
                throw _source.Error(offset, "Can't use aggregate functions inside of aggregate functions.");
            case AggregatePlace.InsideList:
                throw _source.Error(offset, "Can't use aggregating expressions inside of expressions executing over lists");
        }
    }

    private void CheckAggregateArgument(AggregateFunction function, Expression argument)
    {
        if (argument.DescendantsAndSelf().FirstOrDefault(static part => !part.IsDeterministic) is { } random)
        {
            throw _source.Error(random.Span.Start, "Can't use non-deterministic (random) functions inside of aggregate functions.");
        }

        if (function is AggregateFunction.Sum or AggregateFunction.Avg)
        {
            Require(argument, TypeSet.Number | TypeSet.Duration);
        }
        else if (function is AggregateFunction.StDev or AggregateFunction.StDevP or AggregateFunction.PercentileCont or AggregateFunction.PercentileDisc)
        {
            Require(argument, TypeSet.Number);
        }
    }

    /// <summary>Binds parts in which aggregates of the projection around them cannot stand, such as the inside of a list comprehension.</summary>
    private T InsideList<T>(Func<T> bind)
    {
        var place = _aggregatePlace;
        _aggregatePlace = place == AggregatePlace.Nowhere ? place : AggregatePlace.InsideList;
        var result = bind();
        _aggregatePlace = place;
        return result;
    }
}
