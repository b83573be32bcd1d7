using System.Collections.Concurrent;
using System.Globalization;
using Graph.Embedded.Values;

namespace Graph.Embedded.Activity;

/// <summary>Who is connected to a server and what runs in it. Thread-safe.</summary>
internal sealed class ServerActivity(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, ClientConnection> _connections = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, ActiveTransaction> _transactions = new();
    private long _lastTransaction;
    private long _lastStatement;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Oldest first.</summary>
    public IEnumerable<ClientConnection> Connections => _connections.Values.OrderBy(static connection => connection.Since);

    /// <summary>Oldest first.</summary>
    public IEnumerable<ActiveTransaction> Transactions => _transactions.Values.OrderBy(static transaction => transaction.Number);

    public void Open(ClientConnection connection) => _connections[connection.Id] = connection;

    public void Close(ClientConnection connection) => _connections.TryRemove(connection.Id, out _);

    public ActiveTransaction Begin(string database, ClientConnection connection, MapValue metadata, Action stop)
    {
        var transaction = new ActiveTransaction(Interlocked.Increment(ref _lastTransaction), database, connection, metadata, Now, stop);
        _transactions[transaction.Number] = transaction;
        return transaction;
    }

    public void Run(ActiveTransaction transaction, string text, MapValue parameters)
    {
        var number = Interlocked.Increment(ref _lastStatement);
        transaction.Statement = new ActiveStatement(string.Create(CultureInfo.InvariantCulture, $"query-{number}"), text, parameters, Now);
    }

    public void End(ActiveTransaction transaction) => _transactions.TryRemove(transaction.Number, out _);
}
