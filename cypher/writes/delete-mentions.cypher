// Mentions of an article.
UNWIND $rows AS row
MATCH (:Article {id: row.article})-[:HAS_SENTENCE]->(:Sentence)-[:HAS_MENTION]->(m:Mention)
DETACH DELETE m
