using Graph.Embedded.Procedures;

namespace Graph.Embedded.Execution;

/// <summary>What statements can ask about the database they run in.</summary>
/// <param name="Name">As SHOW DATABASES gives it.</param>
/// <param name="Server">By which server clients reach it.</param>
/// <param name="Procedures">What CALL can name.</param>
internal sealed record DatabaseInfo(string Name, ServerInfo Server, ProcedureCatalog Procedures);
