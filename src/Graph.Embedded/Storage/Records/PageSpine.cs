namespace Graph.Embedded.Storage.Records;

/// <summary>A page of a <see cref="PageSpine{TPage}"/>.</summary>
internal interface IPage<TPage>
    where TPage : class, IPage<TPage>
{
    /// <summary>Serial of the writer that may change the page in place. A published page is never changed again.</summary>
    long Owner { get; }

    TPage CopyFor(long owner);

    static abstract TPage CreateFor(long owner);
}

/// <summary>Pages by number, shared between versions: a writer copies a page the first time it changes it.</summary>
/// <remarks>
/// Readers of an older version hold its own array of pages, so they need no lock and see no change. Dropping a fork
/// undoes everything a writer did.
/// </remarks>
internal sealed class PageSpine<TPage>
    where TPage : class, IPage<TPage>
{
    private readonly long _owner;
    private TPage?[] _pages;
    private bool _isShared;

    public PageSpine() => _pages = [];

    private PageSpine(TPage?[] pages, long owner) => (_pages, _owner, _isShared) = (pages, owner, true);

    public int Length => _pages.Length;

    public PageSpine<TPage> Fork(long owner) => new(_pages, owner);

    /// <summary>The page; null where none was ever written.</summary>
    public TPage? Find(int page) => (uint)page < (uint)_pages.Length ? _pages[page] : null;

    /// <summary>The page, for changing.</summary>
    public TPage Own(int page)
    {
        if (Find(page) is { } known && known.Owner == _owner)
        {
            return known;
        }

        Unshare(page);
        var owned = _pages[page]?.CopyFor(_owner) ?? TPage.CreateFor(_owner);
        _pages[page] = owned;
        return owned;
    }

    /// <summary>Lets go of a page that holds nothing any more.</summary>
    public void Drop(int page)
    {
        Unshare(page);
        _pages[page] = null;
    }

    private void Unshare(int page)
    {
        if (page >= _pages.Length)
        {
            var grown = new TPage?[Math.Max(page + 1, _pages.Length + (_pages.Length / 2))];
            _pages.CopyTo(grown, 0);
            (_pages, _isShared) = (grown, false);
        }
        else if (_isShared)
        {
            (_pages, _isShared) = ([.. _pages], false);
        }
    }
}
