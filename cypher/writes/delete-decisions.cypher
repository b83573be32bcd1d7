// Takes a decision back.
UNWIND $rows AS row
MATCH (d:Decision {id: row.id})
DELETE d
