using System.Collections.Immutable;

namespace Graph.Training.Corpora;

/// <summary>A text with who does something to whom in it, as event coders are tested on.</summary>
/// <param name="Id">Name of the record in its corpus.</param>
/// <param name="Date">Date of the text; null where the corpus gives none.</param>
/// <param name="Events">Source and target, each a code whose first three letters name the actor and whose further letters its role.</param>
public sealed record EventRecord(string Id, string Text, DateOnly? Date, ImmutableArray<(string Source, string Target)> Events);
