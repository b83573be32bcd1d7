using Graph.Extraction;
using Graph.Model;

namespace Graph.Worker.Tests.Pipeline;

/// <summary>An extractor that finds one person an article, the one its title names.</summary>
internal sealed class FakeExtractor(Func<Article, CancellationToken, Task>? before = null) : IExtractor
{
    public string Version => "fake/1";

    public async ValueTask<GraphDocument> ExtractAsync(Article article, CancellationToken cancellationToken)
    {
        if (before is not null)
        {
            await before(article, cancellationToken);
        }

        var span = new TextSpan(0, article.Title.Length);
        return new GraphDocument
        {
            Article = article,
            Sentences = [span],
            Entities =
            [
                new Entity
                {
                    Id = "person:" + article.Title.ToLowerInvariant(), Labels = [Labels.Person], Name = article.Title, Aliases = [article.Title],
                    Mentions = [new Mention(0, span, "name", null, "fake")],
                },
            ],
            Facts = [],
        };
    }
}
