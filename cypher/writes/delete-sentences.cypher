// Sentences of an article.
UNWIND $rows AS row
MATCH (:Article {id: row.article})-[:HAS_SENTENCE]->(s:Sentence)
DETACH DELETE s
