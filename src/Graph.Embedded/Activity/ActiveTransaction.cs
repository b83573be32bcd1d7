using Graph.Embedded.Values;

namespace Graph.Embedded.Activity;

/// <summary>A statement that has rows left, or runs.</summary>
internal sealed record ActiveStatement(string Id, string Text, MapValue Parameters, DateTimeOffset Began);

/// <summary>A transaction that a client has open. Read by other threads than the one that works in it.</summary>
/// <param name="stop">Stops it; may be called from any thread, and after it has ended.</param>
internal sealed class ActiveTransaction(
    long number, string database, ClientConnection connection, MapValue metadata, DateTimeOffset began, Action stop)
{
    private volatile ActiveStatement? _statement;
    private volatile bool _isTerminated;

    public long Number => number;

    /// <summary>As Neo4j forms it: <c>neo4j-transaction-7</c>.</summary>
    public string Id { get; } = $"{database}-transaction-{number}";

    public string Database => database;

    public ClientConnection Connection => connection;

    /// <summary>What the client said of it.</summary>
    public MapValue Metadata => metadata;

    public DateTimeOffset Began => began;

    /// <summary>The statement begun last, as long as results are open.</summary>
    public ActiveStatement? Statement
    {
        get => _statement;
        set => _statement = value;
    }

    public bool IsTerminated => _isTerminated;

    public void Terminate()
    {
        _isTerminated = true;
        stop();
    }
}
