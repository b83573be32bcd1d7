// Takes the mentions of a record off the entity that it was resolved to.
UNWIND $rows AS row
MATCH (:Mention {record: row.record})-[t:REFERS_TO]->(:Entity)
DELETE t
