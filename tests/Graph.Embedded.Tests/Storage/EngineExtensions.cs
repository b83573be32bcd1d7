using Graph.Embedded.Storage;

namespace Graph.Embedded.Tests.Storage;

internal static class EngineExtensions
{
    /// <summary>Begins a writer that the test's cancellation ends.</summary>
    public static StorageTransaction Write(this StorageEngine engine) => engine.BeginWrite(TestContext.Current.CancellationToken);
}
