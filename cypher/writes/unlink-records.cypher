// Takes records and their mentions off the entity that they were resolved to.
UNWIND $rows AS row
MATCH (r:Record {id: row.record})
OPTIONAL MATCH (r)-[d:DESCRIBES]->(:Entity)
DELETE d
WITH r
MATCH (m:Mention {record: r.id})-[t:REFERS_TO]->(:Entity)
DELETE t
