using Graph.Embedded.Execution;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

/// <summary>What labels a node, or which type a relationship, must have.</summary>
internal abstract record LabelTest
{
    /// <summary>Whether it holds of an entity with those label or type ids.</summary>
    public abstract bool? Holds(QueryContext context, ReadOnlySpan<int> tokens);

    public sealed record Named(TokenName Name) : LabelTest
    {
        public override bool? Holds(QueryContext context, ReadOnlySpan<int> tokens) => Name.Id is >= 0 and var id && tokens.Contains(id);

        public override string ToString() => Names.Quote(Name.Name);
    }

    public sealed record Wildcard : LabelTest
    {
        public override bool? Holds(QueryContext context, ReadOnlySpan<int> tokens) => tokens.Length > 0;

        public override string ToString() => "%";
    }

    public sealed record Not(LabelTest Operand) : LabelTest
    {
        public override bool? Holds(QueryContext context, ReadOnlySpan<int> tokens) => !Operand.Holds(context, tokens);

        public override string ToString() => $"!{(Operand is And or Or ? $"({Operand})" : Operand)}";
    }

    public sealed record And(IReadOnlyList<LabelTest> Operands) : LabelTest
    {
        public override bool? Holds(QueryContext context, ReadOnlySpan<int> tokens)
        {
            bool? result = true;
            foreach (var operand in Operands)
            {
                result &= operand.Holds(context, tokens);
            }

            return result;
        }

        public override string ToString() =>
            string.Join("&", Operands.Select(static operand => operand is Or ? $"({operand})" : operand.ToString()));
    }

    public sealed record Or(IReadOnlyList<LabelTest> Operands) : LabelTest
    {
        public override bool? Holds(QueryContext context, ReadOnlySpan<int> tokens)
        {
            bool? result = false;
            foreach (var operand in Operands)
            {
                result |= operand.Holds(context, tokens);
            }

            return result;
        }

        public override string ToString() => string.Join("|", Operands);
    }

    /// <summary><c>$(expression)</c>: a name, or a list of names of which all (or any) must be there.</summary>
    public sealed record Dynamic(Expression Expression, bool IsAny, bool IsType) : LabelTest
    {
        public override bool? Holds(QueryContext context, ReadOnlySpan<int> tokens)
        {
            var names = DynamicNames.Read(context, Expression);
            if (names is null)
            {
                return null;
            }

            var table = IsType ? context.Storage.Tokens.Types : context.Storage.Tokens.Labels;
            foreach (var name in names)
            {
                if (tokens.Contains(table.Find(name)) == IsAny)
                {
                    return IsAny;
                }
            }

            return !IsAny;
        }

        public override string ToString() => $"$({(IsAny ? "any" : "all")}({Expression}))";
    }
}

/// <summary>Label or type names that an expression computes.</summary>
internal static class DynamicNames
{
    /// <summary>The names; null where the expression is null.</summary>
    public static IReadOnlyList<string>? Read(QueryContext context, Expression expression)
    {
        var value = expression.Evaluate(context);
        return value.Kind switch
        {
            ValueKind.Null => null,
            ValueKind.String => [value.AsString],
            ValueKind.List => Array.ConvertAll(value.Items, static item => item.Kind == ValueKind.String
                ? item.AsString
                : throw ValueErrors.Mismatch("String", item)),
            _ => throw ValueErrors.Mismatch("String or List<String>", value),
        };
    }
}
