// Evidence of an article.
UNWIND $rows AS row
MATCH (v:Evidence {article: row.article})
DETACH DELETE v
