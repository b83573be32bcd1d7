namespace Graph.Worker.Commands;

/// <summary>Forms in which a graph document is printed.</summary>
internal enum DocumentFormat
{
    Json,
    Text,
}
