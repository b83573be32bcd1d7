// Who attended which meeting for which state?
MATCH (x:Person)-[r:PARTICIPANT_IN]->(m:Meeting)
WHERE r.polarity AND r.certainty <> 'denied' AND r.onBehalfOf IS NOT NULL
MATCH (s:Entity {id: r.onBehalfOf})
OPTIONAL MATCH (m)-[:TOOK_PLACE_IN]->(p:Place)
WITH m, s, x, r, p ORDER BY p.name
WITH m, s, x, r, collect(DISTINCT p.name) AS places
ORDER BY x.name
RETURN m.date AS date, m.name AS meeting, places, s.name AS onBehalfOf, collect(DISTINCT x.name) AS delegates
ORDER BY date IS NULL, date, meeting, onBehalfOf
