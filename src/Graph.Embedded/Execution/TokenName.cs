using Graph.Embedded.Storage;

namespace Graph.Embedded.Execution;

/// <summary>A label, type or key in a plan: its id is looked up until it is known, since a later write may make it known.</summary>
internal sealed class TokenName(string name, TokenTable table)
{
    private int _id = -1;

    public string Name { get; } = name;

    /// <summary>-1 where the database has never seen the name.</summary>
    public int Id => _id >= 0 ? _id : _id = table.Find(Name);

    /// <summary>The id, made where there is none: for writing.</summary>
    public int GetOrCreate() => _id >= 0 ? _id : _id = table.GetOrCreate(Name);
}
