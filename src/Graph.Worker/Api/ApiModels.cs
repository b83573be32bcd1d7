namespace Graph.Worker.Api;

/// <summary>An article in a list.</summary>
internal sealed record ArticleSummary(string Id, string? Title, string? Date, string? Source, string? Url)
{
    public static ArticleSummary Of(Row row) =>
        new(row.Text("id"), row.TextOrNull("title"), row.TextOrNull("date"), row.TextOrNull("source"), row.TextOrNull("url"));
}

/// <summary>A page of articles.</summary>
internal sealed record ArticleList(long Total, int Offset, IReadOnlyList<ArticleSummary> Articles);

/// <summary>A sentence; offsets are UTF-16 units of the article's raw text, the end exclusive.</summary>
internal sealed record SentenceModel(long Index, long Start, long End, string Text);

/// <summary>An article with its sentences and whom it mentions.</summary>
internal sealed record ArticleModel(
    ArticleSummary Article, IReadOnlyList<SentenceModel> Sentences, IReadOnlyList<EntitySummary> Entities);

/// <summary>An entity in a list or at the end of a fact.</summary>
internal sealed record EntitySummary(string Id, string? Name, IReadOnlyList<string> Labels, long? Articles)
{
    /// <summary>Reads the columns id, name, labels and articles.</summary>
    public static EntitySummary Of(Row row) =>
        new(row.Text("id"), row.TextOrNull("name"), LabelsOf(row, "labels"), row["articles"] as long?);

    /// <summary>Reads the columns of one end of a fact.</summary>
    public static EntitySummary Of(Row row, string end) =>
        new(row.Text(end + "Id"), row.TextOrNull(end + "Name"), LabelsOf(row, end + "Labels"), null);

    private static List<string> LabelsOf(Row row, string column) =>
        [.. row.Texts(column).Where(label => label != Graph.Model.Labels.Entity).Order(StringComparer.Ordinal)];
}

/// <summary>Entities that match a search.</summary>
internal sealed record EntityList(IReadOnlyList<EntitySummary> Entities);

/// <summary>A passage that a fact rests on. <see cref="Start"/> counts within <see cref="Sentence"/>.</summary>
internal sealed record EvidenceModel(
    ArticleSummary Article, long SentenceIndex, string Sentence, long Start, string? Text, string? Cue, string? Certainty, string? Rule);

/// <summary>A fact with what it rests on.</summary>
internal sealed record FactModel(
    string Id, string Type, EntitySummary From, EntitySummary To, IReadOnlyDictionary<string, CypherValue> Properties,
    IReadOnlyList<EvidenceModel> Evidence);

/// <summary>An entity with its facts.</summary>
internal sealed record EntityModel(
    EntitySummary Entity, IReadOnlyDictionary<string, CypherValue> Properties, IReadOnlyList<FactModel> Facts, bool Truncated);

/// <summary>A node of the explorer.</summary>
internal sealed record GraphNode(string Id, string? Name, IReadOnlyList<string> Labels, long? Articles, string? Date);

/// <summary>An edge of the explorer: one fact.</summary>
internal sealed record GraphEdge(
    string Id, string From, string To, string Type, string? Certainty, bool Polarity, string? Date, string? FirstReported, string? LastReported);

/// <summary>A part of the graph; <see cref="Truncated"/> says whether the limit left something out.</summary>
internal sealed record GraphModel(string? Center, IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphEdge> Edges, bool Truncated);

/// <summary>What a caller asks of POST /api/cypher.</summary>
internal sealed record CypherRequest(string? Statement, Dictionary<string, System.Text.Json.JsonElement>? Parameters);

/// <summary>The rows of a query.</summary>
internal sealed record CypherAnswer(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<CypherValue>> Rows, bool Truncated);

/// <summary>An article that was taken into the inbox.</summary>
internal sealed record ReceivedArticle(string Id, string Status);

/// <summary>What the API serves.</summary>
internal sealed record ApiIndex(IReadOnlyList<ApiAddress> Addresses);

/// <summary>One address: method, path with its places, and what it is for.</summary>
internal sealed record ApiAddress(string Method, string Path, string Summary);
