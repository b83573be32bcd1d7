// Resolves a record to an entity, and says by which rule and why when the article's own id does not say it.
UNWIND $rows AS row
MATCH (r:Record {id: row.record})
MATCH (e:Entity {id: row.entity})
SET r.entity = row.entity, r.rule = row.rule, r.reason = row.reason, r.parties = row.parties
MERGE (r)-[:DESCRIBES]->(e)
