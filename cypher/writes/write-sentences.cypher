// Sentences with their place in the raw text.
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MERGE (s:Sentence {id: row.id})
SET s = row.properties
MERGE (a)-[:HAS_SENTENCE]->(s)
