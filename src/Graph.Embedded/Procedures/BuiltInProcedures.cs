namespace Graph.Embedded.Procedures;

/// <summary>The procedures and SHOW commands that every database has.</summary>
internal static class BuiltInProcedures
{
    public static IReadOnlyList<Procedure> All { get; } =
        [.. GraphProcedures.All, .. SchemaProcedures.All, .. FullTextProcedures.All, .. ServerProcedures.All,
            .. ConnectionProcedures.All, .. ShowCommands.All];
}
