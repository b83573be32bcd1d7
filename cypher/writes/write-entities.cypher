// Entities as all their records together describe them.
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e = row.properties
SET e:$(row.labels)
REMOVE e:$(row.staleLabels)
