using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

namespace Graph.Neo4j.Tests.Conformance;

/// <summary>A Neo4j in a container, gone with the tests.</summary>
public sealed class Neo4jContainer : IAsyncDisposable
{
    public const string User = "neo4j";
    public const string Password = "neo4j-test";

    private const string Image = "neo4j:5.26";
    private const int BoltPort = 7687;
    private const int HttpPort = 7474;

    private readonly IContainer container;

    private Neo4jContainer(IContainer container) => this.container = container;

    public Uri Bolt => new($"bolt://{container.Hostname}:{container.GetMappedPublicPort(BoltPort)}");

    public Uri Http => new($"http://{container.Hostname}:{container.GetMappedPublicPort(HttpPort)}");

    /// <summary>Starts one, or says why not: no Docker engine answers, or it cannot get the image.</summary>
    public static async Task<(Neo4jContainer? Container, string? Reason)> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var container = Build();
            await container.StartAsync(cancellationToken);
            return (new Neo4jContainer(container), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return (null, failure.Message.ReplaceLineEndings(" "));
        }
    }

    public ValueTask DisposeAsync() => container.DisposeAsync();

#if TESTCONTAINERS_NEO4J
    private static IContainer Build() => new Testcontainers.Neo4j.Neo4jBuilder(Image).WithEnvironment("NEO4J_AUTH", $"{User}/{Password}").Build();
#else
    private static IContainer Build() => new ContainerBuilder(Image)
        .WithEnvironment("NEO4J_AUTH", $"{User}/{Password}")
        .WithPortBinding(BoltPort, assignRandomHostPort: true)
        .WithPortBinding(HttpPort, assignRandomHostPort: true)
        .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request.ForPort(HttpPort)))
        .Build();
#endif
}
