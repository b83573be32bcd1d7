using System.Text;
using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Values;
using Graph.Embedded.Values.Operators;

namespace Graph.Embedded.Expressions;

/// <summary>A bound expression: names are resolved, types known as far as they can be, and it computes itself over a row.</summary>
/// <remarks>Immutable and free of state of a run, so that a cached plan serves several runs at once.</remarks>
internal abstract class Expression(SourceSpan span)
{
    public SourceSpan Span { get; } = span;

    public abstract StaticType Type { get; }

    /// <summary>The expressions it is made of.</summary>
    public virtual IReadOnlyList<Expression> Children => [];

    /// <summary>Whether equal rows give equal values at any time in a statement.</summary>
    public virtual bool IsDeterministic => true;

    public abstract Value Evaluate(QueryContext context);

    /// <summary>The truth of a predicate; null is unknown.</summary>
    public virtual bool? Test(QueryContext context) => Logic.Truth(Evaluate(context));

    /// <summary>The same expression over other parts.</summary>
    public virtual Expression MapChildren(Func<Expression, Expression> map) => this;

    /// <summary>Writes it as Cypher. Equal text means equal expressions: see <see cref="ExpressionText"/>.</summary>
    public abstract void Write(ExpressionText text);

    public override string ToString() => ExpressionText.Show(this);

    /// <summary>Visits it and everything below, subqueries not.</summary>
    public IEnumerable<Expression> DescendantsAndSelf()
    {
        yield return this;
        foreach (var child in Children)
        {
            foreach (var descendant in child.DescendantsAndSelf())
            {
                yield return descendant;
            }
        }
    }

    /// <summary>Variables it reads, of subqueries too, those it introduces itself not.</summary>
    public IReadOnlySet<Symbol> Reads()
    {
        var symbols = new HashSet<Symbol>();
        CollectReads(symbols);
        return symbols;
    }

    public virtual void CollectReads(HashSet<Symbol> into)
    {
        foreach (var child in Children)
        {
            child.CollectReads(into);
        }
    }
}

/// <summary>Writes expressions as text, for plans, column names and comparison.</summary>
internal sealed class ExpressionText
{
    private readonly StringBuilder _builder = new();
    private readonly List<Symbol> _locals = [];
    private readonly bool _isKey;

    private ExpressionText(bool isKey) => _isKey = isKey;

    /// <summary>For people.</summary>
    public static string Show(Expression expression)
    {
        var text = new ExpressionText(isKey: false);
        expression.Write(text);
        return text._builder.ToString();
    }

    /// <summary>Equal for expressions that compute the same of the same variables, whatever their own local variables are called.</summary>
    public static string KeyOf(Expression expression)
    {
        var text = new ExpressionText(isKey: true);
        expression.Write(text);
        return text._builder.ToString();
    }

    public ExpressionText Append(string part)
    {
        _builder.Append(part);
        return this;
    }

    public ExpressionText Append(Expression expression)
    {
        expression.Write(this);
        return this;
    }

    /// <summary>An operand, in parentheses where it is itself an operation.</summary>
    public ExpressionText Operand(Expression expression) => expression is IOperation
        ? Append("(").Append(expression).Append(")")
        : Append(expression);

    public ExpressionText AppendAll(IEnumerable<Expression> expressions, string separator = ", ")
    {
        var isFirst = true;
        foreach (var expression in expressions)
        {
            Append(isFirst ? "" : separator).Append(expression);
            isFirst = false;
        }

        return this;
    }

    public ExpressionText Append(Symbol symbol)
    {
        var local = _isKey ? _locals.LastIndexOf(symbol) : -1;
        _builder.Append(!_isKey ? symbol.Name : local >= 0 ? $"%{local}" : $"{symbol.Name}@{symbol.Slot.IsId}{symbol.Slot.Index}");
        return this;
    }

    /// <summary>Writes a part in which variables are local.</summary>
    public ExpressionText With(Symbol[] locals, Action<ExpressionText> write)
    {
        _locals.AddRange(locals);
        write(this);
        _locals.RemoveRange(_locals.Count - locals.Length, locals.Length);
        return this;
    }
}

/// <summary>Marks expressions with infix operators, which stand in parentheses as operands.</summary>
internal interface IOperation;
