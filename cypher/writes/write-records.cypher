// What one article says of one entity, before anything is resolved.
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MERGE (r:Record {id: row.id})
SET r = row.properties
MERGE (a)-[:HAS_RECORD]->(r)
