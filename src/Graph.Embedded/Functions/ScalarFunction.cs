using Graph.Embedded.Values;

namespace Graph.Embedded.Functions;

/// <summary>What a scalar function computes, of arguments whose number was checked.</summary>
internal delegate Value FunctionBody(ReadOnlySpan<Value> arguments, FunctionClock clock);

/// <summary>A built-in function of values alone; functions of the graph are the executor's.</summary>
internal sealed class ScalarFunction
{
    private readonly FunctionBody _body;
    private readonly bool _passesNull;

    /// <param name="name">As Cypher writes it; compared without regard to case.</param>
    /// <param name="category">Group in the list of functions, such as <c>String</c>.</param>
    /// <param name="signatures">A text for each number of arguments, or one.</param>
    /// <param name="description">A sentence for people.</param>
    /// <param name="arity">Fewest and most arguments.</param>
    /// <param name="body">Called with no null among the arguments unless <paramref name="passesNull"/>.</param>
    /// <param name="passesNull">Whether the body itself deals with null; otherwise a null argument gives null.</param>
    /// <param name="readsClock">Whether equal arguments may give unequal results.</param>
    public ScalarFunction(
        string name, string category, string[] signatures, string description, (int Min, int Max) arity, FunctionBody body,
        bool passesNull = false, bool readsClock = false)
    {
        Name = name;
        Category = category;
        Signatures = signatures;
        Description = description;
        (MinArity, MaxArity) = arity;
        IsPure = !readsClock;
        _body = body;
        _passesNull = passesNull;
    }

    public string Name { get; }

    public string Category { get; }

    public IReadOnlyList<string> Signatures { get; }

    public string Description { get; }

    public int MinArity { get; }

    /// <summary>Most arguments; <see cref="int.MaxValue"/> where there is no limit.</summary>
    public int MaxArity { get; }

    /// <summary>Whether equal arguments give equal results, whatever their number.</summary>
    public bool IsPure { get; }

    /// <summary>Whether equal arguments of that number give equal results: <c>date('2020')</c> does, <c>date()</c> does not.</summary>
    public bool IsPureWith(int argumentCount) => IsPure || (Category == "Temporal" && ReadsOnlyArguments(argumentCount));

    /// <exception cref="CypherException">An argument is of a type or value that the function refuses.</exception>
    public Value Invoke(ReadOnlySpan<Value> arguments, FunctionClock clock)
    {
        if (!_passesNull)
        {
            foreach (var argument in arguments)
            {
                if (argument.IsNull)
                {
                    return Value.Null;
                }
            }
        }

        return _body(arguments, clock);
    }

    private bool ReadsOnlyArguments(int argumentCount)
    {
        var isTruncation = Name.EndsWith(".truncate", StringComparison.Ordinal);
        return isTruncation ? argumentCount >= 2 : argumentCount >= 1 && !Name.Contains('.', StringComparison.Ordinal);
    }
}
