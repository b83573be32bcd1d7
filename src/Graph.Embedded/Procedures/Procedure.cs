using System.Collections.Frozen;
using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>What a procedure does to the graph.</summary>
internal enum ProcedureMode : byte
{
    Read,
    Write,
    Schema,
    Dbms,
}

/// <param name="Default">Value where the argument is left out; null where it must be given.</param>
internal sealed record ProcedureArgument(string Name, string TypeName, Value? Default = null)
{
    public TypeSet Types { get; } = FunctionSignature.TypeOf(TypeName).Kinds;
}

internal sealed record ProcedureColumn(string Name, string TypeName)
{
    public StaticType Type { get; } = FunctionSignature.TypeOf(TypeName);
}

/// <summary>Gives the rows of a call, one value a column.</summary>
internal delegate IEnumerable<Value[]> ProcedureBody(QueryContext context, Value[] arguments);

/// <summary>A procedure that CALL runs, or a SHOW command.</summary>
internal sealed record Procedure(
    string Name, IReadOnlyList<ProcedureArgument> Arguments, IReadOnlyList<ProcedureColumn> Columns, string Description,
    ProcedureMode Mode, ProcedureBody Body)
{
    /// <summary>Names of the columns that a SHOW command gives without YIELD; null for all.</summary>
    public IReadOnlyCollection<string>? DefaultColumns { get; init; }

    /// <summary>As SHOW PROCEDURES gives it: <c>db.labels() :: (label :: STRING)</c>.</summary>
    public string Signature
    {
        get
        {
            var arguments = Arguments.Select(static argument => argument.Default is { } value
                ? $"{argument.Name} = {ValueText.Plain(value)} :: {argument.TypeName}"
                : $"{argument.Name} :: {argument.TypeName}");
            var columns = Columns.Select(static column => $"{column.Name} :: {column.TypeName}");
            return $"{Name}({string.Join(", ", arguments)})" + (Columns.Count == 0 ? "" : $" :: ({string.Join(", ", columns)})");
        }
    }
}

/// <summary>The procedures of a database, by name.</summary>
internal sealed class ProcedureCatalog(IEnumerable<Procedure> procedures)
{
    private readonly FrozenDictionary<string, Procedure> _byName = procedures.ToFrozenDictionary(
        static procedure => procedure.Name, StringComparer.Ordinal);

    public IEnumerable<Procedure> All => _byName.Values.OrderBy(static procedure => procedure.Name, StringComparer.Ordinal);

    public Procedure? Find(string name) => _byName.GetValueOrDefault(name);
}
