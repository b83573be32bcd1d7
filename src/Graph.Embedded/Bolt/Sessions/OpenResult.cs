using Graph.Embedded.Bolt.Messages;

namespace Graph.Embedded.Bolt.Sessions;

/// <summary>A result of which rows are fetched in parts.</summary>
internal sealed class OpenResult(EmbeddedResult result) : IDisposable
{
    // To say whether there is more, one row must be looked ahead; it is kept for the next part.
    private bool _hasRow;

    public IReadOnlyList<string> Columns => result.Columns;

    public ResultSummary Summary => result.Summary;

    /// <summary>Whether there is another row, which <see cref="TakeRow"/> then gives.</summary>
    public bool MoveToRow() => _hasRow = _hasRow || result.MoveNext();

    public void TakeRow(ResponseWriter responses)
    {
        responses.WriteRecord(result.Current);
        _hasRow = false;
    }

    public void SkipRow() => _hasRow = false;

    public void Dispose() => result.Dispose();
}
