namespace Graph.Store.Writing;

/// <summary>Every statement of <c>cypher/writes</c>.</summary>
internal static class WriteStatements
{
    public static readonly WriteStatement<IdRow> LockGraph = new("lock-graph");
    public static readonly WriteStatement<SchemaNameRow> ReadSchema = new("read-schema");
    public static readonly WriteStatement<SchemaRow> RecordSchema = new("record-schema");

    public static readonly WriteStatement<ArticleRow> ReadArticles = new("read-articles");
    public static readonly WriteStatement<KeyRow> ReadRecordsByKey = new("read-records-by-key");
    public static readonly WriteStatement<ArticleRow> ReadRecordsByArticle = new("read-records-by-article");
    public static readonly WriteStatement<LocalIdRow> ReadRecordsByLocalId = new("read-records-by-local-id");
    public static readonly WriteStatement<EntityRow> ReadRecordsByEntity = new("read-records-by-entity");
    public static readonly WriteStatement<IdRow> ReadRecordsById = new("read-records-by-id");
    public static readonly WriteStatement<ArticleRow> ReadEvidenceByArticle = new("read-evidence-by-article");
    public static readonly WriteStatement<FactRow> ReadEvidenceByFact = new("read-evidence-by-fact");
    public static readonly WriteStatement<EntityRow> ReadEntities = new("read-entities");
    public static readonly WriteStatement<DecisionKindsRow> ReadDecisions = new("read-decisions");

    public static readonly WriteStatement<NodeRow> WriteArticles = new("write-articles");
    public static readonly WriteStatement<ArticlePartRow> WriteSentences = new("write-sentences");
    public static readonly WriteStatement<ArticlePartRow> WriteRecords = new("write-records");
    public static readonly WriteStatement<RecordKeyRow> WriteKeys = new("write-keys");
    public static readonly WriteStatement<SentencePartRow> WriteMentions = new("write-mentions");
    public static readonly WriteStatement<SentencePartRow> WriteEvidence = new("write-evidence");
    public static readonly WriteStatement<EntityNodeRow> WriteEntities = new("write-entities");
    public static readonly WriteStatement<FactNodeRow> WriteFacts = new("write-facts");
    public static readonly WriteStatement<DecisionRow> WriteDecisions = new("write-decisions");

    public static readonly WriteStatement<RecordLinkRow> LinkRecords = new("link-records");
    public static readonly WriteStatement<MentionLinkRow> LinkMentions = new("link-mentions");
    public static readonly WriteStatement<ArticleLinkRow> LinkArticles = new("link-articles");
    public static readonly WriteStatement<RecordRow> UnlinkRecords = new("unlink-records");
    public static readonly WriteStatement<RecordRow> UnlinkMentions = new("unlink-mentions");
    public static readonly WriteStatement<ArticleUnlinkRow> UnlinkArticles = new("unlink-articles");
    public static readonly WriteStatement<EvidenceFactRow> AssignEvidence = new("assign-evidence");

    public static readonly WriteStatement<ArticleRow> DeleteMentions = new("delete-mentions");
    public static readonly WriteStatement<ArticleRow> DeleteEvidence = new("delete-evidence");
    public static readonly WriteStatement<ArticleRow> DeleteRecords = new("delete-records");
    public static readonly WriteStatement<ArticleRow> DeleteSentences = new("delete-sentences");
    public static readonly WriteStatement<ArticleRow> DeleteArticles = new("delete-articles");
    public static readonly WriteStatement<KeyRow> DeleteKeys = new("delete-keys");
    public static readonly WriteStatement<FactRemovalRow> DeleteFacts = new("delete-facts");
    public static readonly WriteStatement<EntityRow> DeleteEntities = new("delete-entities");
    public static readonly WriteStatement<IdRow> DeleteDecisions = new("delete-decisions");
}
