// Mentions refer to the entity that their record is resolved to.
UNWIND $rows AS row
MATCH (m:Mention {record: row.record})
MATCH (e:Entity {id: row.entity})
MERGE (m)-[:REFERS_TO]->(e)
