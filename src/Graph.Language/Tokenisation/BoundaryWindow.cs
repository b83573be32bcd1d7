namespace Graph.Language.Tokenisation;

/// <summary>The tokens around a possible sentence boundary: it lies between <paramref name="Before"/> and <paramref name="After"/>.</summary>
/// <param name="Spacing">0 without a gap, 1 with one, 2 with a line break.</param>
/// <param name="Length">Tokens of the sentence so far.</param>
/// <param name="Left">Tokens left in the paragraph.</param>
/// <param name="OpenMarks">Bit 0: a straight quotation is open in the sentence so far; bit 1: a bracket; bit 2: a curly quotation.</param>
/// <param name="StopsInParagraph">Whether the paragraph holds a full stop, question or exclamation mark at all.</param>
internal readonly record struct BoundaryWindow(
    TokenTraits SecondBefore,
    TokenTraits Before,
    TokenTraits After,
    TokenTraits SecondAfter,
    TokenTraits ThirdAfter,
    TokenTraits ThirdBefore,
    int Spacing,
    int Length,
    int Left,
    int OpenMarks,
    bool StopsInParagraph);
