using Graph.Embedded.Procedures;

namespace Graph.Embedded.Execution;

/// <summary>What statements can ask about the database they run in.</summary>
/// <param name="Address">Host and port that clients are told to connect to.</param>
/// <param name="Procedures">What CALL can name.</param>
internal sealed record DatabaseInfo(string Address, ProcedureCatalog Procedures);
