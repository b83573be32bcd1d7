using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Sessions;

/// <summary>The names of databases that clients may give.</summary>
internal static class DatabaseNames
{
    private static readonly string[] Names = [CompatibleServer.DatabaseName, CompatibleServer.SystemDatabaseName];

    /// <param name="name">Name of a database as a client gives it, in any case; null or empty for the only one.</param>
    /// <returns>The name as the server has it.</returns>
    /// <exception cref="CypherException">There is no such database.</exception>
    public static string Check(Value name)
    {
        if (name.IsNull || name is { Kind: ValueKind.String, AsString: "" })
        {
            return CompatibleServer.DatabaseName;
        }

        if (name.Kind != ValueKind.String)
        {
            throw new CypherException(FailureCodes.InvalidRequest, $"db is {name}: it must be a string.");
        }

        return Names.FirstOrDefault(known => known.Equals(name.AsString, StringComparison.OrdinalIgnoreCase))
            ?? throw new CypherException(
                FailureCodes.DatabaseNotFound,
                $"Database does not exist. Database name: '{name.AsString}'. This server has '{CompatibleServer.DatabaseName}'.");
    }
}
