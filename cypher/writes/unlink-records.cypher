// Takes records off the entity that they were resolved to.
UNWIND $rows AS row
MATCH (:Record {id: row.record})-[d:DESCRIBES]->(:Entity)
DELETE d
