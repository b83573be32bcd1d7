using System.Numerics;

namespace Graph.Embedded.Storage.Scans;

/// <summary>No ids.</summary>
internal sealed class EmptyIdCursor : IdCursor
{
    public override bool MoveNext() => false;
}

/// <summary>The members of a set, ascending.</summary>
internal sealed class IdSetCursor(IdSet set) : IdCursor
{
    // Members of the current 64 ids that are still to come.
    private ulong _word;
    private long _wordStart = -64;

    public override bool MoveNext()
    {
        if (_word == 0)
        {
            (_wordStart, _word) = set.NextWord(_wordStart + 64);
            if (_word == 0)
            {
                return false;
            }
        }

        Current = _wordStart + BitOperations.TrailingZeroCount(_word);
        _word &= _word - 1;
        return true;
    }
}
