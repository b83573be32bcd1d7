using Graph.Embedded.Storage.Adjacency;
using Graph.Embedded.Storage.Scans;

namespace Graph.Embedded.Storage.Records;

/// <summary>The nodes of one version of the graph.</summary>
internal sealed class NodeTable
{
    private readonly PageSpine<NodePage> _pages;
    private readonly TokenScans _labels;

    public NodeTable() : this(new PageSpine<NodePage>(), new TokenScans(), 0, 0)
    {
    }

    private NodeTable(PageSpine<NodePage> pages, TokenScans labels, int nextId, long count)
    {
        _pages = pages;
        _labels = labels;
        NextId = nextId;
        Count = count;
    }

    /// <summary>Ids ascend and are not used again, so that relationships of a node stand in order of age.</summary>
    public int NextId { get; private set; }

    public long Count { get; private set; }

    /// <summary>Nodes by label.</summary>
    public TokenScans Labels => _labels;

    public NodeTable Fork(long owner) => new(_pages.Fork(owner), _labels.Fork(owner), NextId, Count);

    public NodePage? PageOf(long node) => (ulong)node <= int.MaxValue ? _pages.Find((int)(node >> NodePage.Bits)) : null;

    public bool Exists(long node) => PageOf(node) is { } page && page.LabelSets[node & NodePage.Mask] != NodePage.Absent;

    public int LabelSetOf(long node) => PageOf(node) is { } page ? page.LabelSets[node & NodePage.Mask] : NodePage.Absent;

    public byte[]? PropertiesOf(long node) => PageOf(node)?.Properties[node & NodePage.Mask];

    public AdjacencyGroup[]? GroupsOf(long node) => PageOf(node)?.Groups[node & NodePage.Mask];

    /// <summary>The smallest id of a node that is at least <paramref name="id"/>; -1 for none.</summary>
    public long NextFrom(long id)
    {
        for (; id < NextId; id++)
        {
            var page = PageOf(id);
            if (page is null || page.Count == 0)
            {
                id |= NodePage.Mask;
            }
            else if (page.LabelSets[id & NodePage.Mask] != NodePage.Absent)
            {
                return id;
            }
        }

        return -1;
    }

    /// <summary>Puts a node without labels at an id that is free; later ids come after it.</summary>
    public void Put(int node)
    {
        var page = Own(node);
        page.LabelSets[node & NodePage.Mask] = LabelSetTable.Empty;
        page.Count++;
        Count++;
        NextId = Math.Max(NextId, node + 1);
    }

    /// <summary>Lets later ids begin at <paramref name="nextId"/> or after.</summary>
    public void ReserveUntil(int nextId) => NextId = Math.Max(NextId, nextId);

    public void SetLabels(int node, int labelSet) => Own(node).LabelSets[node & NodePage.Mask] = labelSet;

    public void SetProperties(int node, byte[]? properties) => Own(node).Properties[node & NodePage.Mask] = properties;

    public AdjacencyGroup[] OwnGroups(int node) => Own(node).OwnGroups(node & NodePage.Mask);

    public void SetGroups(int node, AdjacencyGroup[]? groups) => Own(node).PutGroups(node & NodePage.Mask, groups);

    /// <summary>Takes a node without labels away; its relationships stay until they are taken away themselves.</summary>
    public void Remove(int node)
    {
        var page = Own(node);
        page.LabelSets[node & NodePage.Mask] = NodePage.Absent;
        page.Properties[node & NodePage.Mask] = null;
        page.Count--;
        Count--;
    }

    private NodePage Own(int node) => _pages.Own(node >> NodePage.Bits);
}
