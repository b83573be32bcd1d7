// The schema files that were applied.
UNWIND $rows AS row
MATCH (f:SchemaFile {name: row.name})
RETURN f.name AS name, f.sha256 AS sha256
