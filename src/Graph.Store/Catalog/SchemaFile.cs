namespace Graph.Store.Catalog;

/// <summary>A file of constraints and indexes.</summary>
/// <param name="Name">File name without its ending; it starts with the number that orders it.</param>
/// <param name="Sha256">Hash of the text, recorded in the graph when the file was applied.</param>
/// <param name="Statements">Its statements; each may be run again.</param>
public sealed record SchemaFile(string Name, string Sha256, IReadOnlyList<string> Statements);
