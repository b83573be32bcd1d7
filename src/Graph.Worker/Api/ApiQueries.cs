namespace Graph.Worker.Api;

/// <summary>The Cypher of the API. Each reads one kind of thing; what belongs together is put together in code.</summary>
internal static class ApiQueries
{
    public const string CountArticles = "MATCH (a:Article) RETURN count(a) AS total";

    public const string ListArticles =
        """
        MATCH (a:Article)
        RETURN a.id AS id, a.title AS title, a.date AS date, a.source AS source, a.url AS url
        ORDER BY coalesce(a.date, '') DESC, id SKIP $offset LIMIT $limit
        """;

    public const string ReadArticle =
        """
        MATCH (a:Article {id: $id})
        RETURN a.id AS id, a.title AS title, a.date AS date, a.source AS source, a.url AS url
        """;

    public const string ReadSentences =
        """
        MATCH (:Article {id: $id})-[:HAS_SENTENCE]->(s:Sentence)
        RETURN s.index AS index, s.start AS start, s.end AS end, s.text AS text ORDER BY index
        """;

    public const string ReadMentionedEntities =
        """
        MATCH (:Article {id: $id})-[:MENTIONS]->(e:Entity)
        RETURN DISTINCT e.id AS id, e.name AS name, labels(e) AS labels, e.articleCount AS articles ORDER BY id
        """;

    /// <summary>Best matches first: the name itself, then names that start so, then any part of a name or alias.</summary>
    public const string FindEntities =
        """
        MATCH (e:Entity)
        WHERE toLower(e.name) CONTAINS $q OR any(alias IN e.aliases WHERE toLower(alias) CONTAINS $q)
        WITH e, CASE WHEN toLower(e.name) = $q THEN 0 WHEN toLower(e.name) STARTS WITH $q THEN 1 ELSE 2 END AS rank
        RETURN e.id AS id, e.name AS name, labels(e) AS labels, e.articleCount AS articles
        ORDER BY rank, articles DESC, id LIMIT $limit
        """;

    public const string ReadEntity =
        """
        MATCH (e:Entity {id: $id})
        RETURN e.id AS id, e.name AS name, labels(e) AS labels, e.articleCount AS articles, properties(e) AS properties
        """;

    /// <summary>Facts carry a <c>factId</c>; provenance relationships do not.</summary>
    public const string ReadFactsOfEntity =
        """
        MATCH (e:Entity {id: $id})-[r]-(other:Entity)
        WHERE r.factId IS NOT NULL
        WITH DISTINCT r, startNode(r) AS from, endNode(r) AS to
        RETURN r.factId AS id, type(r) AS type, properties(r) AS properties,
          from.id AS fromId, from.name AS fromName, labels(from) AS fromLabels,
          to.id AS toId, to.name AS toName, labels(to) AS toLabels
        ORDER BY type, id LIMIT $limit
        """;

    public const string ReadEvidence =
        """
        UNWIND $ids AS id
        MATCH (v:Evidence {factId: id})-[:IN]->(s:Sentence)<-[:HAS_SENTENCE]-(a:Article)
        RETURN id, v.text AS text, v.start AS start, v.cue AS cue, v.certainty AS certainty, v.rule AS rule,
          s.index AS sentenceIndex, s.text AS sentence, s.start AS sentenceStart,
          a.id AS articleId, a.title AS articleTitle, a.date AS articleDate, a.source AS articleSource, a.url AS articleUrl
        ORDER BY id, articleId, start
        """;

    /// <summary>The entities of most facts.</summary>
    public const string MostConnected =
        """
        MATCH (e:Entity)-[r]-(:Entity)
        WHERE r.factId IS NOT NULL
        RETURN e.id AS id, count(r) AS facts ORDER BY facts DESC, id LIMIT $limit
        """;

    public const string Neighbours =
        """
        UNWIND $ids AS id
        MATCH (:Entity {id: id})-[r]-(other:Entity)
        WHERE r.factId IS NOT NULL
        RETURN other.id AS id, count(r) AS facts ORDER BY facts DESC, id LIMIT $limit
        """;

    public const string ReadNodes =
        """
        UNWIND $ids AS id
        MATCH (e:Entity {id: id})
        RETURN e.id AS id, e.name AS name, labels(e) AS labels, e.articleCount AS articles, e.date AS date ORDER BY id
        """;

    public const string ReadFactsFrom =
        """
        UNWIND $ids AS id
        MATCH (from:Entity {id: id})-[r]->(to:Entity)
        WHERE r.factId IS NOT NULL
        RETURN r.factId AS factId, from.id AS source, to.id AS target, type(r) AS type, r.certainty AS certainty,
          r.polarity AS polarity, r.date AS date, r.firstReported AS firstReported, r.lastReported AS lastReported
        ORDER BY factId
        """;
}
