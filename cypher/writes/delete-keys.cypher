// Blocking keys that no record has any more.
UNWIND $rows AS row
MATCH (k:BlockingKey {id: row.key})
WHERE NOT (k)<-[:HAS_KEY]-()
DELETE k
