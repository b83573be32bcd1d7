using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Graph.Store.Port;
using Neo4j.Driver;
using StoreAccessMode = Graph.Store.Port.AccessMode;

namespace Graph.Neo4j.Bolt;

/// <summary>A Neo4j over its driver: <c>bolt://</c>, <c>neo4j://</c>, and both with <c>+s</c> or <c>+ssc</c>.</summary>
internal sealed class BoltDatabase : ICypherDatabase
{
    private readonly IDriver driver;
    private readonly string database;
    private readonly TransientRetry retry;

    private BoltDatabase(IDriver driver, string database, TransientRetry retry, string description)
    {
        this.driver = driver;
        this.database = database;
        this.retry = retry;
        Description = description;
    }

    public string Description { get; }

    public static async Task<ICypherDatabase> ConnectAsync(Neo4jOptions options, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var driver = GraphDatabase.Driver(options.Uri, Authorization(options), config => Configure(config, options));
        try
        {
            var server = await BoltErrors.MapAsync(() => driver.GetServerInfoAsync(), cancellationToken).ConfigureAwait(false);
            return new BoltDatabase(driver, options.Database, new TransientRetry(timeProvider), $"{server.Agent} at {options.Uri}");
        }
        catch
        {
            await driver.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public Task<T> TransactAsync<T>(
        StoreAccessMode mode, Func<ICypherTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        retry.RunAsync(token => TryOnceAsync(mode, work, token), cancellationToken);

    public Task<QueryResult> RunAsync(CypherStatement statement, StoreAccessMode mode, CancellationToken cancellationToken) =>
        retry.RunAsync(token => RunOnceAsync(statement, mode, token), cancellationToken);

    public ValueTask DisposeAsync() => driver.DisposeAsync();

    private async Task<QueryResult> RunOnceAsync(CypherStatement statement, StoreAccessMode mode, CancellationToken cancellationToken)
    {
        var session = Session(mode);
        await using (session.ConfigureAwait(false))
        {
            try
            {
                return await BoltErrors.MapAsync(() => BoltTransaction.RunAsync(session, statement), cancellationToken).ConfigureAwait(false);
            }
            catch (CypherDatabaseException failure) when (mode == StoreAccessMode.Write && failure.InnerException is ServiceUnavailableException)
            {
                throw CommitUnknown(failure);
            }
        }
    }

    private async Task<T> TryOnceAsync<T>(
        StoreAccessMode mode, Func<ICypherTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var session = Session(mode);
        await using (session.ConfigureAwait(false))
        {
            var transaction = await BoltErrors.MapAsync(session.BeginTransactionAsync, cancellationToken).ConfigureAwait(false);
            // Disposing a transaction that was not committed rolls it back.
            await using (transaction.ConfigureAwait(false))
            {
                var result = await work(new BoltTransaction(transaction), cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                await CommitAsync(transaction).ConfigureAwait(false);
                return result;
            }
        }
    }

    private async Task CommitAsync(IAsyncTransaction transaction)
    {
        try
        {
            await BoltErrors.MapAsync(
                async () =>
                {
                    await transaction.CommitAsync().ConfigureAwait(false);
                    return true;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (CypherDatabaseException failure) when (failure.InnerException is ServiceUnavailableException or SessionExpiredException)
        {
            throw CommitUnknown(failure);
        }
    }

    private CypherDatabaseException CommitUnknown(Exception failure) => new(
        DatabaseErrors.CommitUnknown,
        $"The connection to {Description} broke while committing: whether the work took effect is not known. Run it again to be sure.",
        isTransient: false,
        failure);

    private IAsyncSession Session(StoreAccessMode mode) => driver.AsyncSession(session => session
        .WithDatabase(database)
        .WithDefaultAccessMode(mode == StoreAccessMode.Read ? global::Neo4j.Driver.AccessMode.Read : global::Neo4j.Driver.AccessMode.Write));

    private static IAuthToken Authorization(Neo4jOptions options) => options switch
    {
        { BearerToken: { } token } => AuthTokens.Bearer(token),
        { Username: { } user } => AuthTokens.Basic(user, options.Password ?? ""),
        _ => AuthTokens.None,
    };

    private static void Configure(ConfigBuilder config, Neo4jOptions options)
    {
        // The port's own retry covers the whole work; the driver's would only hide how often it ran.
        config.WithMaxTransactionRetryTime(TimeSpan.Zero);
        if (options.TrustedCertificateFile is { } file && options.Uri.Scheme is "bolt" or "neo4j")
        {
            config.WithEncryptionLevel(EncryptionLevel.Encrypted).WithTrustManager(TrustManager.CreateCertTrust(Certificates(file)));
        }
    }

    private static X509Certificate2Collection Certificates(string file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CypherDatabaseException(
                DatabaseErrors.Configuration, $"The certificate file {file} cannot be read: {failure.Message}", false, failure);
        }

        return certificates;
    }
}
