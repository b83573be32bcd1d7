// Facts that no evidence supports any more.
UNWIND $rows AS row
MATCH (:Entity {id: row.from})-[r:$(row.type) {factId: row.factId}]->(:Entity {id: row.to})
DELETE r
