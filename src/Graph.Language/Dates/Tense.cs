namespace Graph.Language.Dates;

/// <summary>On which side of the document date a clause lies.</summary>
internal enum Tense : byte
{
    Past,
    Future,
}
