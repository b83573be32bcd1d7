using Graph.Embedded.Execution;
using Graph.Embedded.Procedures;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Engine;

/// <summary>A database over a storage engine.</summary>
internal sealed class EngineDatabase : EmbeddedDatabase
{
    /// <summary>Where Neo4j listens unless told otherwise.</summary>
    private static readonly ServerInfo Unannounced = new("localhost:7687", false);

    private readonly Random _seeds;
    private readonly Lock _seeding = new();
    private readonly Lazy<EngineDatabase>? _system;
    private volatile DatabaseInfo _info;

    /// <param name="engine">Owned: closed with the database.</param>
    /// <param name="procedures">Procedures besides the built-in ones.</param>
    public EngineDatabase(StorageEngine engine, EmbeddedDatabaseOptions options, IEnumerable<Procedure>? procedures = null)
        : this(engine, options, CompatibleServer.DatabaseName, Unannounced, new ProcedureCatalog([.. BuiltInProcedures.All, .. procedures ?? []])) =>
        _system = new Lazy<EngineDatabase>(() => new EngineDatabase(
            StorageEngine.InMemory(), Options, CompatibleServer.SystemDatabaseName, _info.Server, _info.Procedures));

    private EngineDatabase(StorageEngine engine, EmbeddedDatabaseOptions options, string name, ServerInfo server, ProcedureCatalog procedures)
    {
        Storage = engine;
        Options = options;
        _info = new DatabaseInfo(name, server, procedures);
        Plans = new PlanCache(new StatementCompiler(engine.Tokens, procedures, name == CompatibleServer.SystemDatabaseName), options.PlanCacheSize);
        _seeds = new Random(options.RandomSeed ?? unchecked((int)options.Time.GetTimestamp()));
    }

    public StorageEngine Storage { get; }

    public EmbeddedDatabaseOptions Options { get; }

    public PlanCache Plans { get; }

    public DatabaseInfo Info => _info;

    internal override EmbeddedDatabase System => _system?.Value ?? this;

    public override EmbeddedTransaction BeginTransaction(AccessMode mode, CancellationToken cancellationToken = default) =>
        BeginTransaction(mode, MapValue.Empty, cancellationToken);

    internal override EmbeddedTransaction BeginTransaction(AccessMode mode, MapValue metadata, CancellationToken cancellationToken) =>
        StorageErrors.Translating<EmbeddedTransaction>(() => mode == AccessMode.WriteOnDemand
            ? new OnDemandTransaction(this, new EngineTransaction(this, Storage.BeginRead(), metadata))
            : new EngineTransaction(this, Begin(mode, cancellationToken), metadata));

    public override void Announce(ServerInfo server)
    {
        _info = _info with { Server = server };
        if (_system is not null)
        {
            _system.Value._info = _system.Value._info with { Server = server };
        }
    }

    public override EmbeddedResult Run(
        string cypher, IReadOnlyDictionary<string, Value>? parameters = null, CancellationToken cancellationToken = default) =>
        RunAlone(cypher, parameters, MapValue.Empty, cancellationToken);

    internal override EmbeddedResult Run(string cypher, MapValue parameters, MapValue metadata, CancellationToken cancellationToken) =>
        RunAlone(cypher, parameters, metadata, cancellationToken);

    private AutoCommitResult RunAlone(
        string cypher, IReadOnlyDictionary<string, Value>? parameters, MapValue metadata, CancellationToken cancellationToken)
    {
        var reader = StorageErrors.Translating(() => Storage.BeginRead());
        try
        {
            var statement = Plans.Get(cypher, reader);
            if (!(statement.Writes || statement.CommitsInParts) || statement.Mode == Parsing.Syntax.StatementMode.Explain)
            {
                return new AutoCommitResult(new EngineTransaction(this, reader, metadata), commits: false, cypher, parameters, cancellationToken);
            }
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        reader.Dispose();
        var writer = StorageErrors.Translating(() => Begin(AccessMode.Write, cancellationToken));
        return new AutoCommitResult(new EngineTransaction(this, writer, metadata, isAutoCommit: true), commits: true, cypher, parameters, cancellationToken);
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

    protected override void Dispose(bool disposing)
    {
        if (_system is { IsValueCreated: true })
        {
            _system.Value.Dispose();
        }

        Storage.Dispose();
    }
}
