// The passages that an article's facts rest on.
UNWIND $rows AS row
MATCH (s:Sentence {id: row.sentence})
MERGE (v:Evidence {id: row.id})
SET v = row.properties
MERGE (v)-[:IN]->(s)
