using Graph.Store.Conformance.Export;
using Graph.Store.Conformance.Port;
using Graph.Store.Conformance.Queries;
using Graph.Store.Conformance.Writing;

namespace Graph.Neo4j.Tests.Conformance;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HttpServerGroup : ICollectionFixture<HttpServer>
{
    public const string Name = "Neo4j over HTTP";
}

[Collection(HttpServerGroup.Name)]
public sealed class HttpGraphStoreTests(HttpServer server) : GraphStoreConformance(server);

[Collection(HttpServerGroup.Name)]
public sealed class HttpChangeSequenceTests(HttpServer server) : ChangeSequenceConformance(server);

[Collection(HttpServerGroup.Name)]
public sealed class HttpResolutionTests(HttpServer server) : ResolutionConformance(server);

[Collection(HttpServerGroup.Name)]
public sealed class HttpExportTests(HttpServer server) : ExportConformance(server);

[Collection(HttpServerGroup.Name)]
public sealed class HttpQueryTests(HttpServer server) : QueryConformance(server);

[Collection(HttpServerGroup.Name)]
public sealed class HttpDatabaseTests(HttpServer server) : CypherDatabaseConformance(server);
