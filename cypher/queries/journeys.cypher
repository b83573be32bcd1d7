// Who travelled where, or plans to, and when? Planned journeys carry the certainty "planned".
MATCH (x:Entity)-[t:TRAVELLED_TO|DEPARTED_FROM]->(p:Place)
WHERE t.polarity
RETURN x.name AS traveller, type(t) AS journey, p.name AS place, t.date AS date, t.status AS status,
  t.certainty AS certainty, t.sentence AS sentence
ORDER BY date IS NULL, date, traveller, place, journey
