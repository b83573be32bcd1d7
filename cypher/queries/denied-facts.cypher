// What is said not to be so? Absence is information: who did not attend, did not sign, was not invited.
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.factId IS NOT NULL AND (NOT r.polarity OR r.certainty = 'denied')
RETURN a.name AS from, type(r) AS fact, b.name AS to, r.status AS status, r.sentence AS sentence
ORDER BY from, fact, to, sentence
