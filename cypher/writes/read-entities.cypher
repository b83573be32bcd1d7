// Entities as they are in the graph.
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})
RETURN e.id AS id, labels(e) AS labels, properties(e) AS properties
