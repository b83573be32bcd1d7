// Where did each meeting take place, who hosted it and who mediated?
MATCH (m:Meeting)
OPTIONAL MATCH (m)-[:TOOK_PLACE_IN]->(p:Place)
WITH m, p ORDER BY p.name
WITH m, collect(DISTINCT p.name) AS places
OPTIONAL MATCH (h:Entity)-[hosted:HOSTED]->(m)
WHERE hosted.polarity
WITH m, places, h ORDER BY h.name
WITH m, places, collect(DISTINCT h.name) AS hosts
OPTIONAL MATCH (b:Entity)-[mediated:MEDIATED]->(m)
WHERE mediated.polarity
WITH m, places, hosts, b ORDER BY b.name
WITH m, places, hosts, collect(DISTINCT b.name) AS mediators
WHERE size(places) + size(hosts) + size(mediators) > 0
RETURN m.date AS date, m.name AS meeting, m.status AS status, places, hosts, mediators
ORDER BY date IS NULL, date, meeting
