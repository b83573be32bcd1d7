// Blocking keys: only records that share one are ever compared.
UNWIND $rows AS row
MATCH (r:Record {id: row.record})
MERGE (k:BlockingKey {id: row.key})
MERGE (r)-[:HAS_KEY]->(k)
