// The article itself.
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
DETACH DELETE a
