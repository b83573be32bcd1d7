using Graph.Embedded.Execution;
using Graph.Embedded.Procedures;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Engine;

/// <summary>A database over a storage engine.</summary>
internal sealed class EngineDatabase : EmbeddedDatabase
{
    /// <summary>Where Neo4j listens unless told otherwise.</summary>
    private static readonly ServerInfo Unannounced = new("localhost:7687", false);

    private readonly Random _seeds;
    private readonly Lock _seeding = new();
    private volatile DatabaseInfo _info;

    /// <param name="engine">Owned: closed with the database.</param>
    /// <param name="procedures">Procedures besides the built-in ones.</param>
    public EngineDatabase(StorageEngine engine, EmbeddedDatabaseOptions options, IEnumerable<Procedure>? procedures = null)
    {
        Storage = engine;
        Options = options;
        var catalog = new ProcedureCatalog([.. BuiltInProcedures.All, .. procedures ?? []]);
        _info = new DatabaseInfo(Unannounced, catalog);
        Plans = new PlanCache(new StatementCompiler(engine.Tokens, catalog), options.PlanCacheSize);
        _seeds = new Random(options.RandomSeed ?? unchecked((int)options.Time.GetTimestamp()));
    }

    public StorageEngine Storage { get; }

    public EmbeddedDatabaseOptions Options { get; }

    public PlanCache Plans { get; }

    public DatabaseInfo Info => _info;

    public override EmbeddedTransaction BeginTransaction(AccessMode mode, CancellationToken cancellationToken = default) =>
        StorageErrors.Translating<EmbeddedTransaction>(() => mode == AccessMode.WriteOnDemand
            ? new OnDemandTransaction(this, new EngineTransaction(this, Storage.BeginRead()))
            : new EngineTransaction(this, Begin(mode, cancellationToken)));

    public override void Announce(ServerInfo server) => _info = _info with { Server = server };

    public override EmbeddedResult Run(
        string cypher, IReadOnlyDictionary<string, Values.Value>? parameters = null, CancellationToken cancellationToken = default)
    {
        var reader = StorageErrors.Translating(() => Storage.BeginRead());
        try
        {
            var statement = Plans.Get(cypher, reader);
            if (!statement.Writes || statement.Mode == Parsing.Syntax.StatementMode.Explain)
            {
                return new AutoCommitResult(new EngineTransaction(this, reader), commits: false, cypher, parameters, cancellationToken);
            }
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        reader.Dispose();
        var writer = StorageErrors.Translating(() => Begin(AccessMode.Write, cancellationToken));
        return new AutoCommitResult(new EngineTransaction(this, writer, isAutoCommit: true), commits: true, cypher, parameters, cancellationToken);
    }

    public StorageTransaction Begin(AccessMode mode, CancellationToken cancellationToken) =>
        mode == AccessMode.Write ? Storage.BeginWrite(cancellationToken) : Storage.BeginRead();

    /// <summary>A generator of its own for a transaction.</summary>
    public Random NextRandom()
    {
        lock (_seeding)
        {
            return new Random(_seeds.Next());
        }
    }

    protected override void Dispose(bool disposing) => Storage.Dispose();
}
