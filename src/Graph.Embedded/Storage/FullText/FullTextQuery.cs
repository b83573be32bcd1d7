namespace Graph.Embedded.Storage.FullText;

/// <summary>A parsed full-text query.</summary>
/// <param name="Boost">Factor of its score.</param>
internal abstract record FullTextQuery(double Boost);

/// <param name="Field">Name of the property; null for all of the index.</param>
/// <param name="Term">In lower case.</param>
internal sealed record TermQuery(string? Field, string Term, double Boost) : FullTextQuery(Boost);

/// <param name="Slop">By how many places the terms may be moved.</param>
internal sealed record PhraseQuery(string? Field, IReadOnlyList<string> Terms, int Slop, double Boost) : FullTextQuery(Boost);

/// <param name="Pattern">With <c>*</c> for any run of characters and <c>?</c> for one; a backslash takes their meaning.</param>
internal sealed record WildcardQuery(string? Field, string Pattern, double Boost) : FullTextQuery(Boost);

/// <param name="Edits">Insertions, deletions, changes and swaps of neighbours that are let pass; 0 to 2.</param>
internal sealed record FuzzyQuery(string? Field, string Term, int Edits, double Boost) : FullTextQuery(Boost);

/// <param name="Lower">Null for no bound.</param>
/// <param name="Upper">Null for no bound.</param>
internal sealed record TermRangeQuery(
    string? Field, string? Lower, bool IncludesLower, string? Upper, bool IncludesUpper, double Boost) : FullTextQuery(Boost);

/// <summary>Every document.</summary>
internal sealed record AllQuery(double Boost) : FullTextQuery(Boost);

internal enum Occurrence
{
    Should,
    Must,
    MustNot,
}

internal sealed record BooleanClause(FullTextQuery Query, Occurrence Occurrence);

internal sealed record BooleanQuery(IReadOnlyList<BooleanClause> Clauses, double Boost) : FullTextQuery(Boost);
