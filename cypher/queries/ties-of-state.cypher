// What ties does a state have, by kind? Facts between it and other actors, counted by kind and direction.
// :param state => "Ukraine"
MATCH (s:State)-[r]-(other:Entity)
WHERE s.name = $state AND r.polarity AND r.factId IS NOT NULL
  AND (other:State OR other:Organisation OR other:Person OR other:Agreement OR other:Policy)
WITH type(r) AS tie, startNode(r) = s AS outward, other.name AS name
ORDER BY name
RETURN tie, CASE WHEN outward THEN 'out' ELSE 'in' END AS direction, count(*) AS facts, collect(DISTINCT name) AS others
ORDER BY facts DESC, tie, direction
