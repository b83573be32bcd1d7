using Graph.Store.Conformance.Export;
using Graph.Store.Conformance.Port;
using Graph.Store.Conformance.Queries;
using Graph.Store.Conformance.Writing;

namespace Graph.Neo4j.Tests.Conformance;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DriverServerGroup : ICollectionFixture<DriverServer>
{
    public const string Name = "Neo4j over its driver";
}

[Collection(DriverServerGroup.Name)]
public sealed class DriverGraphStoreTests(DriverServer server) : GraphStoreConformance(server);

[Collection(DriverServerGroup.Name)]
public sealed class DriverChangeSequenceTests(DriverServer server) : ChangeSequenceConformance(server);

[Collection(DriverServerGroup.Name)]
public sealed class DriverResolutionTests(DriverServer server) : ResolutionConformance(server);

[Collection(DriverServerGroup.Name)]
public sealed class DriverExportTests(DriverServer server) : ExportConformance(server);

[Collection(DriverServerGroup.Name)]
public sealed class DriverQueryTests(DriverServer server) : QueryConformance(server);

[Collection(DriverServerGroup.Name)]
public sealed class DriverDatabaseTests(DriverServer server) : CypherDatabaseConformance(server);
