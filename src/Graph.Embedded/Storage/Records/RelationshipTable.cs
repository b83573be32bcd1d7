using Graph.Embedded.Storage.Scans;

namespace Graph.Embedded.Storage.Records;

/// <summary>The relationships of one version of the graph, by id.</summary>
internal sealed class RelationshipTable
{
    private readonly PageSpine<RelationshipPage> _pages;
    private readonly TokenScans _types;

    public RelationshipTable() : this(new PageSpine<RelationshipPage>(), new TokenScans(), 0, 0)
    {
    }

    private RelationshipTable(PageSpine<RelationshipPage> pages, TokenScans types, int nextId, long count)
    {
        _pages = pages;
        _types = types;
        NextId = nextId;
        Count = count;
    }

    public int NextId { get; private set; }

    public long Count { get; private set; }

    /// <summary>Relationships by type.</summary>
    public TokenScans Types => _types;

    public RelationshipTable Fork(long owner) => new(_pages.Fork(owner), _types.Fork(owner), NextId, Count);

    public bool Exists(long relationship) =>
        PageOf(relationship) is { } page && page.Slots[relationship & RelationshipPage.Mask].TypeMark != 0;

    public bool TryGet(long relationship, out RelationshipRecord record)
    {
        if (PageOf(relationship) is { } page && page.Slots[relationship & RelationshipPage.Mask] is { TypeMark: > 0 } slot)
        {
            record = new RelationshipRecord(relationship, slot.TypeMark - 1, slot.Start, slot.End);
            return true;
        }

        record = default;
        return false;
    }

    public byte[]? PropertiesOf(long relationship) => PageOf(relationship)?.Properties?[relationship & RelationshipPage.Mask];

    /// <summary>The smallest id of a relationship that is at least <paramref name="id"/>; -1 for none.</summary>
    public long NextFrom(long id)
    {
        for (; id < NextId; id++)
        {
            var page = PageOf(id);
            if (page is null || page.Count == 0)
            {
                id |= RelationshipPage.Mask;
            }
            else if (page.Slots[id & RelationshipPage.Mask].TypeMark != 0)
            {
                return id;
            }
        }

        return -1;
    }

    public void Put(int relationship, int type, int start, int end)
    {
        var page = Own(relationship);
        page.Slots[relationship & RelationshipPage.Mask] = new RelationshipSlot { TypeMark = type + 1, Start = start, End = end };
        page.Count++;
        Count++;
        NextId = Math.Max(NextId, relationship + 1);
        _types.Own(type).Add(relationship);
    }

    public void ReserveUntil(int nextId) => NextId = Math.Max(NextId, nextId);

    public void SetProperties(int relationship, byte[]? properties) =>
        Own(relationship).PutProperties(relationship & RelationshipPage.Mask, properties);

    public void Remove(int relationship)
    {
        var page = Own(relationship);
        ref var slot = ref page.Slots[relationship & RelationshipPage.Mask];
        _types.Own(slot.TypeMark - 1).Remove(relationship);
        slot = default;
        page.PutProperties(relationship & RelationshipPage.Mask, null);
        Count--;
        if (--page.Count == 0)
        {
            _pages.Drop(relationship >> RelationshipPage.Bits);
        }
    }

    private RelationshipPage? PageOf(long relationship) =>
        (ulong)relationship <= int.MaxValue ? _pages.Find((int)(relationship >> RelationshipPage.Bits)) : null;

    private RelationshipPage Own(int relationship) => _pages.Own(relationship >> RelationshipPage.Bits);
}
