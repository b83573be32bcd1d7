// Facts as all their evidence together supports them.
UNWIND $rows AS row
MATCH (from:Entity {id: row.from})
MATCH (to:Entity {id: row.to})
MERGE (from)-[r:$(row.type) {factId: row.factId}]->(to)
SET r = row.properties
