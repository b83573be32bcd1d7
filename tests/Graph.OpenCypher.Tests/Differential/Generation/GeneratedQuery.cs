using Graph.Embedded.Values;

namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>A statement to run on both servers.</summary>
/// <param name="IsOrdered">Whether its rows come in an order that is fixed.</param>
/// <param name="Features">Clauses and functions that it uses.</param>
internal sealed record GeneratedQuery(
    string Text, IReadOnlyDictionary<string, Value> Parameters, bool IsOrdered, bool IsWrite, IReadOnlySet<string> Features);
