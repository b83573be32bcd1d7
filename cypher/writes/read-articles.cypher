// Articles by id or url, with the digest of what was written for each.
UNWIND $rows AS row
MATCH (a:Article)
WHERE a.id = row.article OR a.url = row.article
RETURN DISTINCT a.id AS id, a.digest AS digest
