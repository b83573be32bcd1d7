// Which meetings stand in the graph, in order of date, with their place and who took part?
MATCH (m:Meeting)
OPTIONAL MATCH (m)-[:TOOK_PLACE_IN]->(p:Place)
WITH m, p ORDER BY p.name
WITH m, collect(DISTINCT p.name) AS places
OPTIONAL MATCH (x:Entity)-[r:PARTICIPANT_IN]->(m)
WHERE r.polarity AND r.certainty <> 'denied'
WITH m, places, x ORDER BY x.name
RETURN m.date AS date, m.status AS status, m.name AS meeting, places, collect(DISTINCT x.name) AS participants
ORDER BY date IS NULL, date, meeting
