// A person's word on whether two ids are one entity; it stands above the rules.
UNWIND $rows AS row
MERGE (d:Decision {id: row.id})
SET d.first = row.first, d.second = row.second, d.kind = row.kind
