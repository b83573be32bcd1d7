// Where the text refers to an entity.
UNWIND $rows AS row
MATCH (s:Sentence {id: row.sentence})
MERGE (m:Mention {id: row.id})
SET m = row.properties
MERGE (s)-[:HAS_MENTION]->(m)
