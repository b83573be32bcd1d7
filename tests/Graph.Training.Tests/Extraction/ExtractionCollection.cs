namespace Graph.Training.Tests.Extraction;

/// <summary>Tests that share the models.</summary>
[CollectionDefinition(nameof(ExtractionCollection))]
public sealed class ExtractionCollection : ICollectionFixture<ExtractorFixture>;
