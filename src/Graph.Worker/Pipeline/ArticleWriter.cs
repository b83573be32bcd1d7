using Graph.Extraction;
using Graph.Model;
using Graph.Worker.Databases;

namespace Graph.Worker.Pipeline;

/// <summary>Writes documents through <see cref="Graph.Store.Writing.GraphStore"/>, with the extractor's version as their provenance.</summary>
internal sealed class ArticleWriter(GraphStoreConnection connection, IExtractor extractor) : IArticleWriter
{
    public async Task WriteAsync(GraphDocument document, CancellationToken cancellationToken)
    {
        var store = await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await store.WriteAsync(document, extractor.Version, cancellationToken).ConfigureAwait(false);
    }
}
