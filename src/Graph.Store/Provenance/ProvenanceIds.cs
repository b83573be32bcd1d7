namespace Graph.Store.Provenance;

/// <summary>Ids of provenance nodes: those of their article with a part of their own.</summary>
internal static class ProvenanceIds
{
    private const string ArticlePrefix = "article:";

    /// <summary>The article's id without its prefix.</summary>
    public static string Suffix(string article) =>
        article.StartsWith(ArticlePrefix, StringComparison.Ordinal) ? article[ArticlePrefix.Length..] : article;

    public static string Sentence(string article, int index) => $"sentence:{Suffix(article)}:{index}";
}
