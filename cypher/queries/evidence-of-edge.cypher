// What does an edge rest on? Every passage behind the facts from one entity to another, with its article and offsets.
// :param from => "Ukraine"
// :param to => "Russia"
MATCH (a:Entity)-[r]->(b:Entity)
WHERE a.name = $from AND b.name = $to AND r.factId IS NOT NULL
MATCH (v:Evidence {factId: r.factId})-[:IN]->(s:Sentence)<-[:HAS_SENTENCE]-(d:Article)
RETURN type(r) AS fact, r.polarity AS polarity, v.certainty AS certainty, v.cue AS cue, v.text AS passage,
  d.title AS article, d.date AS date, s.index AS sentence, v.start AS start, v.end AS end
ORDER BY fact, polarity DESC, date, article, start, end
