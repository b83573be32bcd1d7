// Where do the articles contradict each other, or somebody deny what another says? The same fact affirmed and denied,
// each side with the sentences that it rests on.
MATCH (a:Entity)-[r]->(b:Entity)
WHERE NOT r.polarity
MATCH (a)-[affirmed]->(b)
WHERE type(affirmed) = type(r) AND affirmed.polarity
MATCH (yes:Evidence {factId: affirmed.factId})-[:IN]->(saysYes:Sentence)<-[:HAS_SENTENCE]-(in1:Article)
WITH a, b, r, saysYes, in1 ORDER BY in1.date, in1.id, saysYes.index
WITH a, b, r, collect(DISTINCT in1.title + ': ' + saysYes.text) AS affirmed
MATCH (no:Evidence {factId: r.factId})-[:IN]->(saysNo:Sentence)<-[:HAS_SENTENCE]-(in2:Article)
WITH a, b, r, affirmed, saysNo, in2 ORDER BY in2.date, in2.id, saysNo.index
RETURN a.name AS from, type(r) AS fact, b.name AS to, affirmed, collect(DISTINCT in2.title + ': ' + saysNo.text) AS denied
ORDER BY from, fact, to, affirmed
