// Records of an article.
UNWIND $rows AS row
MATCH (r:Record {article: row.article})
DETACH DELETE r
