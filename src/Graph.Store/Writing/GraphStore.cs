using Graph.Model;
using Graph.Store.Catalog;
using Graph.Store.Port;
using Graph.Store.Provenance;
using Graph.Store.Resolution;

namespace Graph.Store.Writing;

/// <summary>The graph in a Cypher database: articles come, go and are replaced; the rest follows from them.</summary>
/// <remarks>
/// After any sequence of writes and withdrawals the graph is, node for node and property for property, the one that the
/// remaining articles give when they are written in any other order. Writers take turns, also those of other processes.
/// </remarks>
public sealed class GraphStore(ICypherDatabase database)
{
    private static readonly IdRow[] Graph = [new("graph")];

    private readonly CypherCatalog catalog = CypherCatalog.Load();
    private readonly ClaimCache claims = new();

    /// <summary>Applies the schema files that the graph does not have yet, in order, and records them.</summary>
    public async Task ApplySchemaAsync(CancellationToken cancellationToken)
    {
        var applied = await database.TransactAsync(AccessMode.Read, async (transaction, token) =>
            (await Runner(transaction, token).RunAsync(WriteStatements.ReadSchema, catalog.Schema.Select(file => new SchemaNameRow(file.Name))).ConfigureAwait(false))
            .ToDictionary(row => row.Text("name"), row => row.Text("sha256"), StringComparer.Ordinal), cancellationToken).ConfigureAwait(false);
        foreach (var file in catalog.Schema.Where(file => applied.GetValueOrDefault(file.Name) != file.Sha256))
        {
            foreach (var statement in file.Statements)
            {
                await database.RunAsync(new CypherStatement(statement), AccessMode.Write, cancellationToken).ConfigureAwait(false);
            }

            await database.TransactAsync(AccessMode.Write, (transaction, token) =>
                Runner(transaction, token).RunAsync(WriteStatements.RecordSchema, [new SchemaRow(file.Name, file.Sha256)]), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes everything that one article says, in one transaction; an earlier text of the article is replaced.</summary>
    /// <param name="document">What was extracted.</param>
    /// <param name="extractor">Name and version of the extractor, such as <c>rules/1</c>.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    /// <exception cref="CypherDatabaseException">The document breaks a rule of the model, or the database fails.</exception>
    public async Task<UpdateOutcome> WriteAsync(GraphDocument document, string extractor, CancellationToken cancellationToken)
    {
        var contribution = ContributionBuilder.Build(document, extractor);
        var digest = contribution.Digest;
        return await TransactAsync(async runner =>
        {
            var known = await runner.RunAsync(WriteStatements.ReadArticles, [new ArticleRow(document.Article.Id)]).ConfigureAwait(false);
            if (known.Any(row => row.TextOrNull("digest") == digest))
            {
                return UpdateOutcome.Unchanged;
            }

            var update = new GraphUpdate(runner, await ReadDecisionsAsync(runner).ConfigureAwait(false), document.Article.Id);
            await update.RunAsync(known.Count > 0, contribution, []).ConfigureAwait(false);
            return known.Count > 0 ? UpdateOutcome.Replaced : UpdateOutcome.Added;
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes one article's contribution out exactly: the graph is as if it had never been written.</summary>
    /// <param name="article">Id or url.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    /// <returns>The ids of the articles taken out; none where there is no such article.</returns>
    public Task<IReadOnlyList<string>> WithdrawAsync(string article, CancellationToken cancellationToken) => TransactAsync(async runner =>
    {
        var known = await runner.RunAsync(WriteStatements.ReadArticles, [new ArticleRow(article)]).ConfigureAwait(false);
        var ids = known.Select(row => row.Text("id")).Order(StringComparer.Ordinal).ToList();
        var decisions = await ReadDecisionsAsync(runner).ConfigureAwait(false);
        foreach (var id in ids)
        {
            await new GraphUpdate(runner, decisions, id).RunAsync(true, null, []).ConfigureAwait(false);
        }

        return (IReadOnlyList<string>)ids;
    }, cancellationToken);

    internal static async Task<Decisions> ReadDecisionsAsync(StatementRunner runner)
    {
        var rows = await runner.RunAsync(WriteStatements.ReadDecisions, [new DecisionKindsRow([.. Enum.GetValues<DecisionKind>().Select(DecisionRows.Text)])]).ConfigureAwait(false);
        return new Decisions(rows.Select(row => new Decision(row.Text("first"), row.Text("second"), DecisionRows.Parse(row.Text("kind")))));
    }

    /// <summary>Runs work in one transaction while no other writer works on the graph.</summary>
    internal Task<T> TransactAsync<T>(Func<StatementRunner, Task<T>> work, CancellationToken cancellationToken) =>
        database.TransactAsync(AccessMode.Write, async (transaction, token) =>
        {
            var runner = Runner(transaction, token);
            await runner.RunAsync(WriteStatements.LockGraph, Graph).ConfigureAwait(false);
            return await work(runner).ConfigureAwait(false);
        }, cancellationToken);

    private StatementRunner Runner(ICypherTransaction transaction, CancellationToken cancellationToken) => new(transaction, catalog, claims, cancellationToken);
}
