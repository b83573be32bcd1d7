namespace Graph.Embedded.Storage.Indexes;

/// <summary>Entries whose keys begin with the given bytes.</summary>
/// <param name="entries">Stands before the first such entry.</param>
/// <param name="prefix">What their keys begin with.</param>
/// <param name="matches">Decides where the key alone does not; null where it does.</param>
internal sealed class KeyRunCursor(TreeCursor entries, KeyPrefix prefix, Predicate<int>? matches) : IdCursor
{
    // A copy, as walking changes it.
    private TreeCursor _entries = entries;
    private bool _ended;

    public override bool MoveNext()
    {
        while (!_ended && _entries.MoveNext() && _entries.Key.StartsWith(prefix.Bytes))
        {
            if (prefix.Matches(_entries.Key) && (matches is null || matches(_entries.Id)))
            {
                Current = _entries.Id;
                return true;
            }
        }

        _ended = true;
        return false;
    }
}

/// <summary>Entries up to those whose keys begin with the last bytes.</summary>
/// <param name="entries">Stands before the first entry.</param>
/// <param name="last">Bytes of the upper bound.</param>
/// <param name="matches">Decides where the key alone does not; null where it does.</param>
internal sealed class KeyRangeCursor(TreeCursor entries, KeyPrefix last, Predicate<int>? matches) : IdCursor
{
    // A copy, as walking changes it.
    private TreeCursor _entries = entries;
    private bool _ended;

    public override bool MoveNext()
    {
        while (!_ended && _entries.MoveNext() && IsInRange(_entries.Key))
        {
            if (matches is null || matches(_entries.Id))
            {
                Current = _entries.Id;
                return true;
            }
        }

        _ended = true;
        return false;
    }

    private bool IsInRange(ReadOnlySpan<byte> key) => key.SequenceCompareTo(last.Bytes) <= 0 || last.Matches(key);
}
