namespace Graph.Embedded.Storage.Scans;

/// <summary>The set of entities of each label or each type, in one version of the graph.</summary>
internal sealed class TokenScans
{
    private readonly long _owner;
    private IdSet?[] _sets;
    private bool[] _owned;

    public TokenScans() : this([], 0)
    {
    }

    private TokenScans(IdSet?[] sets, long owner) => (_sets, _owned, _owner) = (sets, [], owner);

    /// <summary>One more than the highest token that ever had a set.</summary>
    public int Length => _sets.Length;

    public TokenScans Fork(long owner) => new(_sets, owner);

    public IdSet? Find(int token) => (uint)token < (uint)_sets.Length ? _sets[token] : null;

    public long CountOf(int token) => Find(token)?.Count ?? 0;

    /// <summary>The set of the token, for changing.</summary>
    public IdSet Own(int token)
    {
        if (token >= _owned.Length)
        {
            var sets = new IdSet?[Math.Max(token + 1, _sets.Length)];
            _sets.CopyTo(sets, 0);
            Array.Resize(ref _owned, sets.Length);
            _sets = sets;
        }

        if (!_owned[token])
        {
            _sets[token] = (_sets[token] ?? new IdSet()).Fork(_owner);
            _owned[token] = true;
        }

        return _sets[token]!;
    }
}
