namespace Graph.Language;

/// <summary>Kind of a named entity.</summary>
public enum NameKind
{
    Person,
    Organisation,
    State,
    Place,
}

/// <summary>A name found in a sentence.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Kind">What it names.</param>
public readonly record struct NameSpan(int First, int End, NameKind Kind);
