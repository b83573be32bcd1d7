namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
    private const string UnsupportedAdministration = "Neo.ClientError.Statement.UnsupportedAdministrationCommand";

    /// <summary>Refuses what administers users, rights and databases with the code that Neo4j's Community edition has for it.</summary>
    private void RefuseAdministration()
    {
        var verb = Current.Text.ToUpperInvariant();
        var isNamed = Ahead(1).IsName && Ahead(2).Kind != TokenKind.Equal;
        var noun = Ahead(IsAhead(1, "OR") && IsAhead(2, "REPLACE") ? 3 : 1).Text.ToUpperInvariant();
        var isAdministration = isNamed && verb switch
        {
            "ALTER" or "RENAME" or "GRANT" or "DENY" or "REVOKE" or "START" or "STOP" or "ENABLE" or "DEALLOCATE" or "REALLOCATE" or "DRYRUN" => true,
            "CREATE" or "DROP" => noun is "DATABASE" or "COMPOSITE" or "ALIAS" or "USER" or "ROLE" or "SERVER",
            "SHOW" => Words(1, 3).Any(static word => word is "ROLE" or "ROLES" or "PRIVILEGE" or "PRIVILEGES" or "SERVER" or "SERVERS" or "ALIAS" or "ALIASES"),
            _ => false,
        };
        if (isAdministration)
        {
            // The words that follow may hold a password.
            throw _source.Error(
                UnsupportedAdministration, Current.Start,
                $"Unsupported administration command: {verb} {noun}; the engine has one database and one user, whose password is a setting of the server");
        }
    }

    private IEnumerable<string> Words(int from, int count) =>
        Enumerable.Range(from, count).Select(Ahead).TakeWhile(static token => token.IsName).Select(static token => token.Text.ToUpperInvariant())
            .TakeWhile(static word => word is not ("YIELD" or "WHERE" or "RETURN"));
}
