using Graph.Embedded.Expressions;
using Graph.Embedded.Functions;
using Graph.Embedded.Values;

namespace Graph.Embedded.Binding;

/// <summary>Computes calls over constants once, such as <c>date('2020-01-01')</c>.</summary>
internal static class ConstantFolding
{
    /// <summary>For functions that read no more of a clock than the zone of values that name none.</summary>
    private static readonly FunctionClock ZoneOnly = new(TimeProvider.System, default, default, new Lazy<Random>(() => new Random(0)));

    public static Expression Fold(ScalarCallExpression call, ScalarFunction function, Expression[] arguments)
    {
        // What is long is made anew for each run rather than kept in a cached plan.
        if (arguments.Length == 0 || function.Name == "range" || !function.IsPureWith(arguments.Length)
            || !Array.TrueForAll(arguments, static argument => argument is ConstantExpression || argument is MapExpression))
        {
            return call;
        }

        try
        {
            var values = new Value[arguments.Length];
            for (var i = 0; i < values.Length; i++)
            {
                if (Constant(arguments[i]) is not { } value)
                {
                    return call;
                }

                values[i] = value;
            }

            return new ConstantExpression(call.Span, function.Invoke(values, ZoneOnly));
        }
        catch (CypherException)
        {
            // A call that fails must fail when, and only if, it is reached.
            return call;
        }
    }

    /// <summary>The number that literals and operators over them make; null for anything else, and where it fails.</summary>
    public static Value? NumberOf(Expression expression)
    {
        if (expression is ConstantExpression { Value: { IsNumber: true } literal })
        {
            return literal;
        }

        if (expression is not ArithmeticExpression { Children: [var left, var right] } arithmetic
            || NumberOf(left) is not { } first || NumberOf(right) is not { } second)
        {
            return null;
        }

        try
        {
            return ArithmeticExpression.Compute(arithmetic.Operator, first, second);
        }
        catch (CypherException)
        {
            return null;
        }
    }

    private static Value? Constant(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MapExpression map when map.Children.All(static child => Constant(child) is not null) => Value.Of(
            map.Keys.Count == 0 ? MapValue.Empty : new MapValue([.. map.Keys], [.. map.Children.Select(static child => Constant(child)!.Value)])),
        _ => null,
    };
}
