namespace Graph.Language.Tokenisation;

/// <summary>The tokens of one sentence.</summary>
/// <param name="First">Index of the first token in the buffer.</param>
/// <param name="End">One past the last; greater than <paramref name="First"/>.</param>
public readonly record struct SentenceRange(int First, int End);
