using Graph.Embedded.Binding;
using Graph.Embedded.Functions;
using Graph.Embedded.Planning;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;
using Graph.Embedded.Values.Operators;

namespace Graph.Embedded.Execution;

/// <summary>One run of a statement: the row that all its operators share, and what they act on.</summary>
/// <remarks>
/// There is one row. Each operator writes only the slots of variables it introduces, so those of its inputs stay as they
/// are while it goes on; operators that hold rows back copy the slots that are still wanted and put them back later.
/// </remarks>
internal sealed class QueryContext
{
    private readonly Dictionary<object, Operator> _subplans = [];

    public QueryContext(TransactionState transaction, SlotAllocator slots, Value[] parameters, FunctionClock clock, ResourceGuard guard)
    {
        Transaction = transaction;
        Parameters = parameters;
        Clock = clock;
        Guard = guard;
        Ids = slots.IdCount == 0 ? [] : new long[slots.IdCount];
        Values = slots.ValueCount == 0 ? [] : new Value[slots.ValueCount];
    }

    public long[] Ids { get; }

    public Value[] Values { get; }

    public TransactionState Transaction { get; }

    public StorageTransaction Storage => Transaction.Storage;

    public Value[] Parameters { get; }

    public FunctionClock Clock { get; }

    public ResourceGuard Guard { get; }

    /// <summary>Set where the run is profiled.</summary>
    public PlanProfile? Profile { get; init; }

    public UpdateCounting Updates { get; } = new();

    public MembershipTable Memberships { get; } = new();

    /// <summary>Storage accesses so far, for PROFILE.</summary>
    public long Hits { get; set; }

    public List<KeyValuePair<int, Value>> PropertyScratch { get; } = [];

    public Value Get(Symbol symbol)
    {
        var slot = symbol.Slot;
        if (!slot.IsId)
        {
            return Values[slot.Index];
        }

        var id = Ids[slot.Index];
        return id < 0 ? Value.Null : symbol.IsNode ? Value.Node(id) : Value.Relationship(id);
    }

    public void Set(Symbol symbol, Value value)
    {
        var slot = symbol.Slot;
        if (slot.IsId)
        {
            Ids[slot.Index] = value.IsNull ? -1 : value.EntityId;
        }
        else
        {
            Values[slot.Index] = value;
        }
    }

    public void SetNull(Symbol symbol) => Set(symbol, Value.Null);

    /// <summary>The rows of a subquery for the row as it stands; its operators are made when first needed and used again.</summary>
    public Operator Subplan(object owner, Plan plan)
    {
        if (!_subplans.TryGetValue(owner, out var rows))
        {
            rows = OperatorBuilder.Build(plan, this);
            _subplans[owner] = rows;
        }

        rows.Reset();
        return rows;
    }

    public Value Property(Value target, TokenName key)
    {
        switch (target.Kind)
        {
            case ValueKind.Node:
                return NodeProperty(target.EntityId, key.Id);
            case ValueKind.Relationship:
                return RelationshipProperty(target.EntityId, key.Id);
            case ValueKind.Map:
                return target.AsMap.Find(key.Name);
            default:
                return Collections.Property(target, key.Name);
        }
    }

    public Value NodeProperty(long node, int key)
    {
        Hits++;
        if (Transaction.HasDeleted)
        {
            Transaction.RequireNode(node);
        }

        return key < 0 ? Value.Null : Storage.NodeProperty(node, key);
    }

    public Value RelationshipProperty(long relationship, int key)
    {
        Hits++;
        if (Transaction.HasDeleted)
        {
            Transaction.RequireRelationship(relationship);
        }

        return key < 0 ? Value.Null : Storage.RelationshipProperty(relationship, key);
    }

    /// <summary>The properties of a node, relationship or map.</summary>
    public MapValue PropertiesOf(Value target)
    {
        if (target.Kind == ValueKind.Map)
        {
            return target.AsMap;
        }

        var scratch = PropertyScratch;
        scratch.Clear();
        Hits++;
        if (target.Kind == ValueKind.Node)
        {
            Transaction.RequireNode(target.EntityId);
            Storage.NodeProperties(target.EntityId, scratch);
        }
        else
        {
            Transaction.RequireRelationship(target.EntityId);
            Storage.RelationshipProperties(target.EntityId, scratch);
        }

        var keys = new string[scratch.Count];
        var values = new Value[scratch.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            (keys[i], values[i]) = (Storage.Tokens.Keys.NameOf(scratch[i].Key), scratch[i].Value);
        }

        return keys.Length == 0 ? MapValue.Empty : new MapValue(keys, values);
    }
}
