// Articles that do not speak of an entity any more.
UNWIND $rows AS row
MATCH (:Article {id: row.article})-[m:MENTIONS]->(:Entity {id: row.entity})
DELETE m
