// Who attended which meeting for which state? For the one the text names, else for the state whose office the person holds.
MATCH (x:Person)-[r:PARTICIPANT_IN]->(m:Meeting)
WHERE r.polarity AND r.certainty <> 'denied'
OPTIONAL MATCH (named:Entity {id: r.onBehalfOf})
OPTIONAL MATCH (x)-[h:HOLDS_OFFICE]->(:Office)-[:OFFICE_OF]->(held:State)
WHERE coalesce(h.status, 'current') <> 'former'
WITH m, x, coalesce(named, held) AS s
WHERE s IS NOT NULL
OPTIONAL MATCH (m)-[:TOOK_PLACE_IN]->(p:Place)
WITH m, s, x, p ORDER BY p.name
WITH m, s, x, collect(DISTINCT p.name) AS places
ORDER BY x.name
RETURN m.date AS date, m.name AS meeting, places, s.name AS onBehalfOf, collect(DISTINCT x.name) AS delegates
ORDER BY date IS NULL, date, meeting, onBehalfOf
