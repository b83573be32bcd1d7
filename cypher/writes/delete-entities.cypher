// Entities that no record describes any more.
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity})
DETACH DELETE e
