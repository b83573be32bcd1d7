using Graph.Embedded.Bolt.Messages;
using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Sessions;

/// <summary>What BEGIN, or RUN outside a transaction, asks for.</summary>
/// <param name="Database">Its name as the server has it.</param>
/// <param name="Mode">Reading, or by default writing.</param>
/// <param name="Timeout">Time that the client gives it; null leaves it to the server, zero is no limit.</param>
/// <param name="Notifications">Which remarks the client wants.</param>
/// <param name="Metadata">What the client says of the transaction.</param>
internal sealed record TransactionSettings(
    string Database, AccessMode Mode, TimeSpan? Timeout, NotificationFilter Notifications, MapValue Metadata)
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    /// <exception cref="CypherException">Something in the map is wrong, or asks for what this server has not.</exception>
    public static TransactionSettings Read(MapValue extra, NotificationFilter notifications)
    {
        if (extra.Count == 0)
        {
            return new(CompatibleServer.DatabaseName, AccessMode.WriteOnDemand, null, notifications, MapValue.Empty);
        }

        if (extra.Find("imp_user") is { IsNull: false })
        {
            throw new CypherException(FailureCodes.Forbidden, "This server has one user and no impersonation (imp_user): leave it out.");
        }

        var metadata = extra.Find("tx_metadata");
        Check(metadata, ValueKind.Map, "tx_metadata", "a map");
        var database = DatabaseNames.Check(extra.Find("db"));
        Bookmarks.Check(extra.Find("bookmarks"));
        return new(
            database, ReadMode(extra.Find("mode")), ReadTimeout(extra.Find("tx_timeout")), notifications.With(extra),
            metadata.IsNull ? MapValue.Empty : metadata.AsMap);
    }

    private static AccessMode ReadMode(Value mode) => mode switch
    {
        { IsNull: true } => AccessMode.WriteOnDemand,
        { Kind: ValueKind.String, AsString: "w" } => AccessMode.WriteOnDemand,
        { Kind: ValueKind.String, AsString: "r" } => AccessMode.Read,
        _ => throw Invalid($"mode is {mode}: it must be 'r' or 'w'."),
    };

    private static TimeSpan? ReadTimeout(Value timeout)
    {
        Check(timeout, ValueKind.Integer, "tx_timeout", "an integer, in milliseconds");
        if (timeout.IsNull)
        {
            return null;
        }

        var milliseconds = timeout.AsInteger;
        return milliseconds >= 0
            ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, (long)LongestTimer.TotalMilliseconds))
            : throw Invalid($"tx_timeout is {milliseconds}: it must be 0 or more milliseconds.");
    }

    private static void Check(Value value, ValueKind kind, string name, string expected)
    {
        if (!value.IsNull && value.Kind != kind)
        {
            throw Invalid($"{name} is {value}: it must be {expected}.");
        }
    }

    private static CypherException Invalid(string message) => new(FailureCodes.InvalidRequest, message);
}
