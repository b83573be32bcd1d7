using Graph.Embedded.Bolt.Authentication;
using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Sessions;

/// <summary>What all sessions of a server share.</summary>
internal sealed class SessionContext(
    EmbeddedDatabase database, BoltServerOptions options, Authenticator authenticator, TimeProvider time)
{
    private const string SystemDatabase = "system";

    public EmbeddedDatabase Database => database;

    public BoltServerOptions Options => options;

    public Authenticator Authenticator => authenticator;

    public TimeProvider Time => time;

    public Bookmarks Bookmarks { get; } = new();

    /// <param name="name">Name of a database as a client gives it, in any case; null or empty for the only one.</param>
    /// <returns>The name to tell the client.</returns>
    /// <exception cref="CypherException">There is no such database.</exception>
    public string CheckDatabase(Value name)
    {
        if (name.IsNull || name is { Kind: ValueKind.String, AsString: "" })
        {
            return options.DatabaseName;
        }

        if (name.Kind != ValueKind.String)
        {
            throw new CypherException(FailureCodes.InvalidRequest, $"db is {name}: it must be a string.");
        }

        var isKnown = name.AsString.Equals(options.DatabaseName, StringComparison.OrdinalIgnoreCase)
            || name.AsString.Equals(SystemDatabase, StringComparison.OrdinalIgnoreCase);
        return isKnown
            ? name.AsString
            : throw new CypherException(
                FailureCodes.DatabaseNotFound,
                $"Database does not exist. Database name: '{name.AsString}'. This server has '{options.DatabaseName}'.");
    }
}
