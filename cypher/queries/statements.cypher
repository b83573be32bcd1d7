// Who said what, and in which article?
MATCH (x:Entity)-[r:SAID]->(s:Statement)
MATCH (a:Article {id: r.article})
RETURN a.date AS date, x.name AS speaker, s.text AS statement, a.title AS article
ORDER BY date IS NULL, date, speaker, statement
