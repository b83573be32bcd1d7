// The fact that a passage stands for, between resolved entities.
UNWIND $rows AS row
MATCH (v:Evidence {id: row.id})
SET v.factId = row.factId, v.from = row.from, v.to = row.to
