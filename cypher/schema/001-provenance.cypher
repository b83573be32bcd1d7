// What each article said, kept apart article by article. None of these nodes is an :Entity, so that no path between
// entities runs through the article that names them both.
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (a:Article) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT sentence_id IF NOT EXISTS FOR (s:Sentence) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT mention_id IF NOT EXISTS FOR (m:Mention) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT evidence_id IF NOT EXISTS FOR (v:Evidence) REQUIRE v.id IS UNIQUE;
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (r:Record) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT blocking_key_id IF NOT EXISTS FOR (k:BlockingKey) REQUIRE k.id IS UNIQUE;
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (d:Decision) REQUIRE d.id IS UNIQUE;
CREATE CONSTRAINT write_lock_id IF NOT EXISTS FOR (l:WriteLock) REQUIRE l.id IS UNIQUE;
CREATE INDEX article_url IF NOT EXISTS FOR (a:Article) ON (a.url);
CREATE INDEX article_date IF NOT EXISTS FOR (a:Article) ON (a.date);
CREATE INDEX mention_record IF NOT EXISTS FOR (m:Mention) ON (m.record);
CREATE INDEX evidence_article IF NOT EXISTS FOR (v:Evidence) ON (v.article);
CREATE INDEX evidence_fact IF NOT EXISTS FOR (v:Evidence) ON (v.factId);
CREATE INDEX record_article IF NOT EXISTS FOR (r:Record) ON (r.article);
CREATE INDEX record_local_id IF NOT EXISTS FOR (r:Record) ON (r.localId);
CREATE INDEX record_entity IF NOT EXISTS FOR (r:Record) ON (r.entity);
CREATE CONSTRAINT schema_file_name IF NOT EXISTS FOR (f:SchemaFile) REQUIRE f.name IS UNIQUE;
