using System.Collections.Immutable;
using Graph.Model;

namespace Graph.Language;

/// <summary>One analysed sentence. Token order is text order; spans do not overlap.</summary>
public sealed class Sentence
{
    /// <summary>Index in the document; 0 is the headline.</summary>
    public required int Index { get; init; }

    /// <summary>From the first token to the last.</summary>
    public required TextSpan Span { get; init; }

    public required ImmutableArray<Token> Tokens { get; init; }

    /// <summary>Names in text order, not overlapping.</summary>
    public required ImmutableArray<NameSpan> Names { get; init; }

    /// <summary>Date expressions in text order, resolved against the document date where there is one.</summary>
    public required ImmutableArray<DateExpression> Dates { get; init; }

    /// <summary>Quantities in text order.</summary>
    public required ImmutableArray<Quantity> Quantities { get; init; }

    /// <summary>Number of tokens of the dateline that the sentence begins with ("KYIV, Ukraine (AP) — "), its dash included; 0 for none.</summary>
    public required int DatelineLength { get; init; }
}
