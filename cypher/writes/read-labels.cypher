// Labels of entities that are there already.
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})
RETURN e.id AS id, labels(e) AS labels
