// Who holds which office, of which state or body, and as of when do the articles say so?
MATCH (x:Person)-[h:HOLDS_OFFICE]->(o:Office)
WHERE h.polarity
OPTIONAL MATCH (o)-[:OFFICE_OF]->(s:Entity)
WITH x, h, o, s ORDER BY s.name
RETURN x.name AS person, o.name AS office, collect(DISTINCT s.name) AS of, coalesce(h.status, 'current') AS status,
  h.firstReported AS firstReported, h.lastReported AS lastReported, h.sentence AS sentence
ORDER BY person, office, status
