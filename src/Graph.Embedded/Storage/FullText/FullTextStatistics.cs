namespace Graph.Embedded.Storage.FullText;

/// <summary>What scoring needs to know of each field of a full-text index.</summary>
internal sealed class FullTextStatistics
{
    private readonly long[] _documents;
    private readonly long[] _terms;

    public FullTextStatistics(int fields) => (_documents, _terms) = (new long[fields], new long[fields]);

    private FullTextStatistics(FullTextStatistics other) => (_documents, _terms) = ([.. other._documents], [.. other._terms]);

    public FullTextStatistics Copy() => new(this);

    /// <summary>Entities that have the field.</summary>
    public long Documents(int field) => _documents[field];

    /// <summary>Terms in the field on average; 1 where there are none.</summary>
    public double AverageLength(int field) =>
        _documents[field] == 0 || _terms[field] == 0 ? 1 : (double)_terms[field] / _documents[field];

    public void Clear()
    {
        Array.Clear(_documents);
        Array.Clear(_terms);
    }

    public void Add(int field, int terms, int sign)
    {
        _documents[field] += sign;
        _terms[field] += sign * terms;
    }
}
