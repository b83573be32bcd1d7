using Graph.Model;

namespace Graph.Worker.Pipeline;

/// <summary>The one place that writes the graph.</summary>
public interface IArticleWriter
{
    /// <summary>Writes everything one article says in one transaction; an article that is there already with the same text changes nothing.</summary>
    /// <exception cref="Graph.Store.Port.CypherDatabaseException">The database refused it or cannot be reached.</exception>
    Task WriteAsync(GraphDocument document, CancellationToken cancellationToken);
}
