using System.Security.Cryptography.X509Certificates;
using Graph.Store.Port;

namespace Graph.Neo4j.Http;

/// <summary>A Neo4j over its HTTP Query API.</summary>
internal sealed class QueryApiDatabase : ICypherDatabase
{
    private static readonly CypherStatement WhoAreYou =
        new("CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version");

    private readonly QueryApiClient client;
    private readonly TransientRetry retry;

    internal QueryApiDatabase(QueryApiClient client, TransientRetry retry, string version)
    {
        this.client = client;
        this.retry = retry;
        Description = $"Neo4j/{version} at {client.Address}";
    }

    public string Description { get; }

    public static Task<ICypherDatabase> ConnectAsync(
        Neo4jOptions options, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        ConnectAsync(options, Handler(options), timeProvider, cancellationToken);

    internal static async Task<ICypherDatabase> ConnectAsync(
        Neo4jOptions options, HttpMessageHandler handler, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var client = new QueryApiClient(handler, options);
        try
        {
            var retry = new TransientRetry(timeProvider);
            var answer = await retry.RunAsync(token => client.RunAsync(WhoAreYou, AccessMode.Read, token), cancellationToken)
                .ConfigureAwait(false);
            return new QueryApiDatabase(client, retry, answer.Result.Rows is [[string version]] ? version : "?");
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public Task<T> TransactAsync<T>(
        AccessMode mode, Func<ICypherTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        retry.RunAsync(token => TryOnceAsync(mode, work, token), cancellationToken);

    public Task<QueryResult> RunAsync(CypherStatement statement, AccessMode mode, CancellationToken cancellationToken) =>
        retry.RunAsync(token => RunOnceAsync(statement, mode, token), cancellationToken);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<QueryResult> RunOnceAsync(CypherStatement statement, AccessMode mode, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.RunAsync(statement, mode, cancellationToken).ConfigureAwait(false)).Result;
        }
        catch (CypherDatabaseException failure) when (mode == AccessMode.Write && MayHaveRun(failure))
        {
            throw QueryApiTransaction.CommitUnknown(client, failure);
        }
    }

    /// <summary>A statement that commits by itself must not be sent again once the server may have had it.</summary>
    private static bool MayHaveRun(CypherDatabaseException failure) =>
        failure is { Code: DatabaseErrors.Unreachable, InnerException: HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.Unknown } };

    private async Task<T> TryOnceAsync<T>(
        AccessMode mode, Func<ICypherTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var transaction = new QueryApiTransaction(client, mode);
        try
        {
            var result = await work(transaction, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
        finally
        {
            await transaction.RollbackAsync().ConfigureAwait(false);
        }
    }

    private static SocketsHttpHandler Handler(Neo4jOptions options)
    {
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(15) };
        if (options.TrustedCertificateFile is { } file)
        {
            var trusted = ReadCertificates(file);
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.AddRange(trusted);
        }

        return handler;
    }

    private static X509Certificate2Collection ReadCertificates(string file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new CypherDatabaseException(
                DatabaseErrors.Configuration, $"The certificate file {file} cannot be read: {failure.Message}", false, failure);
        }

        return certificates;
    }
}
