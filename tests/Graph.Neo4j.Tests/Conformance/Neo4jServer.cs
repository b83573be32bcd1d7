using Graph.Store.Conformance;
using Graph.Store.Port;

namespace Graph.Neo4j.Tests.Conformance;

/// <summary>A real Neo4j: the one that an environment variable names, else one in a container where a Docker engine answers.</summary>
public abstract class Neo4jServer(string variable) : DatabaseFixture
{
    private Neo4jContainer? container;
    private ServerTurn? turn;

    protected abstract Uri AddressOf(Neo4jContainer container);

    protected override async Task<(ICypherDatabase? Database, string? SkipReason)> OpenAsync()
    {
        if (MissingPart() is { } missing)
        {
            return (null, missing);
        }

        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } uri)
        {
            turn = await ServerTurn.TakeAsync();
            return (await ConnectAsync(new Uri(uri), Environment.GetEnvironmentVariable("NEO4J_USERNAME"), Environment.GetEnvironmentVariable("NEO4J_PASSWORD")), null);
        }

        (container, var reason) = await Neo4jContainer.StartAsync(TestContext.Current.CancellationToken);
        return container is null
            ? (null, $"{variable} is not set, and no container could be started: {reason}")
            : (await ConnectAsync(AddressOf(container), Neo4jContainer.User, Neo4jContainer.Password), null);
    }

    protected override async ValueTask CloseAsync()
    {
        if (container is not null)
        {
            await container.DisposeAsync();
        }

        turn?.Dispose();
    }

    /// <summary>Why this build cannot speak to the server at all; null where it can.</summary>
    protected virtual string? MissingPart() => null;

    /// <summary>Changes the address before it is connected to.</summary>
    protected virtual Uri Refine(Uri uri) => uri;

    private async Task<ICypherDatabase> ConnectAsync(Uri uri, string? user, string? password) => await Neo4jDatabase.ConnectAsync(
        new Neo4jOptions { Uri = Refine(uri), Username = user, Password = password }, TimeProvider.System, TestContext.Current.CancellationToken);
}
