// Who met whom, when and where? Meetings that were held, are going on or are planned; those called off are left out.
MATCH (a:Person)-[m:MET_WITH]-(b:Person)
WHERE a.id < b.id AND m.polarity
OPTIONAL MATCH (e:Event {id: m.via})
WITH a, b, m, e
WHERE e IS NULL OR coalesce(e.status, 'held') <> 'cancelled'
OPTIONAL MATCH (e)-[:TOOK_PLACE_IN]->(p:Place)
WITH a, b, m, e, p ORDER BY p.name
RETURN a.name AS person, b.name AS met, coalesce(e.date, m.date) AS date, coalesce(e.status, m.status) AS status,
  collect(DISTINCT p.name) AS places, m.certainty AS certainty, m.sentence AS sentence
ORDER BY date, person, met, sentence
