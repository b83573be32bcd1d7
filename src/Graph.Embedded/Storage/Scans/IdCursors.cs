namespace Graph.Embedded.Storage.Scans;

/// <summary>No ids.</summary>
internal sealed class EmptyIdCursor : IdCursor
{
    public override bool MoveNext() => false;
}

/// <summary>The members of a set, ascending.</summary>
internal sealed class IdSetCursor(IdSet set) : IdCursor
{
    private long _next;

    public override bool MoveNext()
    {
        if (_next < 0 || set.NextFrom(_next) is not (var found and >= 0))
        {
            _next = -1;
            return false;
        }

        Current = found;
        _next = found + 1;
        return true;
    }
}
