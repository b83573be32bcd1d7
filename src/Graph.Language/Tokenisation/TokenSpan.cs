using Graph.Model;

namespace Graph.Language.Tokenisation;

/// <summary>A token as the tokeniser finds it.</summary>
/// <param name="Start">First UTF-16 unit in the raw text.</param>
/// <param name="End">One past the last unit; greater than <paramref name="Start"/>.</param>
/// <param name="JoinsPrevious">Whether it is written together with the token before it as one word: "n't" of "don't", "'s" of "China's".</param>
public readonly record struct TokenSpan(int Start, int End, bool JoinsPrevious)
{
    public TextSpan Span => new(Start, End);

    /// <summary>The token as it stands in the text.</summary>
    internal ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);
}
