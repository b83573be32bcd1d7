// Which actors are tied to the most others? Other actors they have a fact with, and in how many articles they are named.
MATCH (x:Entity)-[r]-(other:Entity)
WHERE (x:Person OR x:State OR x:Organisation) AND (other:Person OR other:State OR other:Organisation)
  AND r.factId IS NOT NULL AND r.polarity
RETURN x.name AS actor, count(DISTINCT other) AS others, count(DISTINCT r) AS facts, x.articleCount AS articles
ORDER BY others DESC, facts DESC, actor
LIMIT 25
