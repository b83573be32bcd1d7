using System.Collections.Concurrent;
using Graph.Store.Provenance;
using Graph.Store.Resolution;

namespace Graph.Store.Writing;

/// <summary>Claims as read from their text. Articles name the same states and people again and again, so the same claims are read again with each.</summary>
/// <remarks>A claim follows from its text alone, so that nothing here can be out of date. Safe for use from several threads.</remarks>
internal sealed class ClaimCache
{
    // About 50 MB of claims; a cache that is full starts again, which costs one reading of what is still used.
    private const int Capacity = 50_000;

    private readonly ConcurrentDictionary<string, EntityClaim> entities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FactClaim> facts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<EntityClaim, PersonName> names = new(ReferenceEqualityComparer.Instance);

    public EntityClaim Entity(string json) => Get(entities, json, EntityClaim.Parse);

    public FactClaim Fact(string json) => Get(facts, json, FactClaim.Parse);

    /// <summary>The forms of a person's name.</summary>
    public PersonName Name(EntityClaim claim) => Get(names, claim, PersonName.Of);

    private static TValue Get<TKey, TValue>(ConcurrentDictionary<TKey, TValue> cache, TKey key, Func<TKey, TValue> read)
        where TKey : class
    {
        if (cache.TryGetValue(key, out var known))
        {
            return known;
        }

        if (cache.Count >= Capacity)
        {
            cache.Clear();
        }

        return cache.GetOrAdd(key, read);
    }
}
