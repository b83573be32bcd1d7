using Graph.Store.Resolution;

namespace Graph.Store.Writing;

/// <summary>A person's word on resolution: what was taken for one or for two entities is decided otherwise.</summary>
/// <remarks>
/// Each call first takes back the opposite decisions, and writes a decision of its own only where the rules alone would not
/// give the wanted result. So <c>merge</c> and <c>split</c> undo each other without a trace.
/// </remarks>
public sealed class EntityDecisions(GraphStore store)
{
    /// <summary>Makes one entity of two.</summary>
    /// <param name="one">Id of an entity, or an id that was merged into one.</param>
    /// <param name="other">The same for the other.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    public Task<DecisionOutcome> MergeAsync(string one, string other, CancellationToken cancellationToken) => store.TransactAsync<DecisionOutcome>(async runner =>
    {
        var (left, right) = (await MembersAsync(runner, one).ConfigureAwait(false), await MembersAsync(runner, other).ConfigureAwait(false));
        if (left.Count == 0 || right.Count == 0)
        {
            return new DecisionOutcome.UnknownId(left.Count == 0 ? one : other);
        }

        if (left[0].Record.Kind != right[0].Record.Kind)
        {
            return new DecisionOutcome.DifferentKinds(left[0].Record.Kind, right[0].Record.Kind);
        }

        if (left[0].Assignment!.Entity == right[0].Assignment!.Entity)
        {
            return new DecisionOutcome.Unchanged(left[0].Assignment!.Entity);
        }

        var pairs = Pairs(LocalIds(left), LocalIds(right)).ToList();
        await ChangeAsync(runner, pairs, DecisionKind.Apart, []).ConfigureAwait(false);
        if (!await AreOneAsync(runner, left[0].Id, right[0].Id).ConfigureAwait(false))
        {
            var decision = Decision.On(LocalIds(left)[0], LocalIds(right)[0], DecisionKind.Together);
            await ChangeAsync(runner, [], DecisionKind.Apart, [decision]).ConfigureAwait(false);
        }

        return new DecisionOutcome.Done(await EntitiesAsync(runner, left.Concat(right)).ConfigureAwait(false));
    }, cancellationToken);

    /// <summary>Takes a merged entity apart.</summary>
    /// <param name="id">Id of an entity: all that was merged into it stands alone again. An id that was merged into another entity: it stands alone again.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    public Task<DecisionOutcome> SplitAsync(string id, CancellationToken cancellationToken) => store.TransactAsync<DecisionOutcome>(async runner =>
    {
        var own = await MembersAsync(runner, id).ConfigureAwait(false);
        if (own.Count == 0)
        {
            return new DecisionOutcome.UnknownId(id);
        }

        var entity = own.Any(record => record.Assignment!.Entity == id) ? id : own[0].Assignment!.Entity;
        var cluster = await MembersAsync(runner, entity).ConfigureAwait(false);
        var ids = LocalIds(cluster);
        var pairs = (entity == id ? Pairs(ids, ids) : Pairs([id], ids)).Where(pair => pair.One != pair.Other).Distinct().ToList();
        if (pairs.Count == 0)
        {
            return new DecisionOutcome.Unchanged(entity);
        }

        await ChangeAsync(runner, pairs, DecisionKind.Together, []).ConfigureAwait(false);
        var still = await MembersAsync(runner, cluster.Select(record => record.Id)).ConfigureAwait(false);
        var joined = Pairs(still, still).Where(pair => pair.One.Assignment!.Entity == pair.Other.Assignment!.Entity)
            .Select(pair => (pair.One.Record.LocalId, pair.Other.Record.LocalId)).ToHashSet();
        var apart = pairs.Where(pair => joined.Contains(pair)).Select(pair => Decision.On(pair.One, pair.Other, DecisionKind.Apart)).Distinct();
        await ChangeAsync(runner, [], DecisionKind.Together, [.. apart]).ConfigureAwait(false);
        return new DecisionOutcome.Done(await EntitiesAsync(runner, cluster).ConfigureAwait(false));
    }, cancellationToken);

    /// <summary>Takes back decisions of one kind on the pairs, makes others, and resolves again what they touch.</summary>
    private static async Task ChangeAsync(
        StatementRunner runner, List<(string One, string Other)> pairs, DecisionKind kind, IReadOnlyList<Decision> added)
    {
        var before = await GraphStore.ReadDecisionsAsync(runner).ConfigureAwait(false);
        var removed = pairs.Where(pair => before.KindOf(pair.One, pair.Other) == kind).Select(pair => Decision.On(pair.One, pair.Other, kind)).Distinct().ToList();
        if (removed.Count + added.Count == 0)
        {
            return;
        }

        await runner.RunAsync(WriteStatements.DeleteDecisions, removed.Select(decision => new IdRow(decision.Id))).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.WriteDecisions, added.Select(DecisionRows.Of)).ConfigureAwait(false);
        var touched = removed.Concat(added).SelectMany(decision => new[] { decision.First, decision.Second }).Distinct(StringComparer.Ordinal).ToList();
        await new GraphUpdate(runner, before.With(removed, added), null).RunAsync(false, null, touched).ConfigureAwait(false);
    }

    /// <summary>Records resolved to an entity, else those under an id of their article.</summary>
    private static async Task<List<StoredRecord>> MembersAsync(StatementRunner runner, string id)
    {
        var records = await runner.RecordsAsync(WriteStatements.ReadRecordsByEntity, [new EntityRow(id)]).ConfigureAwait(false);
        if (records.Count == 0)
        {
            records = await runner.RecordsAsync(WriteStatements.ReadRecordsByLocalId, [new LocalIdRow(id)]).ConfigureAwait(false);
        }

        return Sorted(records);
    }

    private static async Task<List<StoredRecord>> MembersAsync(StatementRunner runner, IEnumerable<string> records) =>
        Sorted(await runner.RecordsAsync(WriteStatements.ReadRecordsById, records.Select(id => new IdRow(id))).ConfigureAwait(false));

    private static List<StoredRecord> Sorted(IReadOnlyList<StoredRecord> records) =>
        [.. records.OrderBy(record => record.Record.LocalId, StringComparer.Ordinal).ThenBy(record => record.Id, StringComparer.Ordinal)];

    private static async Task<bool> AreOneAsync(StatementRunner runner, string one, string other) =>
        (await MembersAsync(runner, [one, other]).ConfigureAwait(false)).Select(record => record.Assignment!.Entity).Distinct(StringComparer.Ordinal).Count() == 1;

    private static async Task<IReadOnlyList<string>> EntitiesAsync(StatementRunner runner, IEnumerable<StoredRecord> records) =>
        [.. (await MembersAsync(runner, records.Select(record => record.Id)).ConfigureAwait(false)).Select(record => record.Assignment!.Entity)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static List<string> LocalIds(IEnumerable<StoredRecord> records) => [.. records.Select(record => record.Record.LocalId).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(T One, T Other)> Pairs<T>(IReadOnlyList<T> left, IReadOnlyList<T> right) =>
        left.SelectMany(one => right.Select(other => (one, other)));
}
