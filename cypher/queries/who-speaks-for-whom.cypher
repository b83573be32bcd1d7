// Who speaks for whom? Spokespeople, and those who represent a state, a body or a person.
MATCH (speaker)-[r:SPOKESPERSON_FOR|REPRESENTS]->(principal:Entity)
WHERE r.polarity
RETURN speaker.name AS speaker, type(r) AS relation, principal.name AS principal, r.role AS role,
  r.certainty AS certainty, r.sentence AS sentence
ORDER BY principal, speaker, relation
