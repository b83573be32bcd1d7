using Graph.Store.Conformance.Export;
using Graph.Store.Conformance.Port;
using Graph.Store.Conformance.Queries;
using Graph.Store.Conformance.Writing;

namespace Graph.Worker.Tests.Databases;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EmbeddedGroup : ICollectionFixture<EmbeddedStore>
{
    public const string Name = "The embedded engine";
}

[Collection(EmbeddedGroup.Name)]
public sealed class EmbeddedDatabaseTests(EmbeddedStore store) : CypherDatabaseConformance(store);

[Collection(EmbeddedGroup.Name)]
public sealed class EmbeddedGraphStoreTests(EmbeddedStore store) : GraphStoreConformance(store);

[Collection(EmbeddedGroup.Name)]
public sealed class EmbeddedChangeSequenceTests(EmbeddedStore store) : ChangeSequenceConformance(store);

[Collection(EmbeddedGroup.Name)]
public sealed class EmbeddedResolutionTests(EmbeddedStore store) : ResolutionConformance(store);

[Collection(EmbeddedGroup.Name)]
public sealed class EmbeddedExportTests(EmbeddedStore store) : ExportConformance(store);

[Collection(EmbeddedGroup.Name)]
public sealed class EmbeddedQueryTests(EmbeddedStore store) : QueryConformance(store);
