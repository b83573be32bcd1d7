// Who took part in the meetings in a place, as what and for whom, and on which sentence does that rest? Those who are said
// not to have taken part are listed with the certainty "denied".
// :param place => "Jeddah"
MATCH (m:Meeting)-[:TOOK_PLACE_IN]->(p:Place)
WHERE p.name = $place
MATCH (x:Entity)-[r:PARTICIPANT_IN]->(m)
OPTIONAL MATCH (s:Entity {id: r.onBehalfOf})
RETURN m.id AS meeting, m.name AS name, m.date AS date, m.status AS status, x.name AS participant,
  CASE WHEN x:Person THEN 'Person' WHEN x:State THEN 'State' ELSE 'Organisation' END AS kind, s.name AS onBehalfOf,
  CASE WHEN r.polarity THEN r.certainty ELSE 'denied' END AS certainty, r.sentence AS sentence
ORDER BY date IS NULL, date, meeting, kind DESC, participant
