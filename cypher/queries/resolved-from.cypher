// What was resolved to what, by which rule and why? Ids of the articles that were taken to mean another id's entity.
MATCH (r:Record)-[:DESCRIBES]->(e:Entity)
WHERE r.localId <> e.id
RETURN e.id AS entity, e.name AS name, r.localId AS merged, r.rule AS rule, r.reason AS reason, count(DISTINCT r.article) AS articles
ORDER BY entity, merged, rule, reason
