using Graph.Model;
using Graph.Worker.Pipeline;

namespace Graph.Worker.Tests.Pipeline;

/// <summary>A writer that keeps the titles it was given, in order.</summary>
internal sealed class FakeWriter(Action<GraphDocument>? before = null) : IArticleWriter
{
    private int writing;

    public List<string> Titles { get; } = [];

    public async Task WriteAsync(GraphDocument document, CancellationToken cancellationToken)
    {
        Assert.Equal(1, Interlocked.Increment(ref writing));
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        before?.Invoke(document);
        Titles.Add(document.Article.Title);
        Interlocked.Decrement(ref writing);
    }
}
