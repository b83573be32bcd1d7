// Remembers that a schema file was applied, with the hash of its text.
UNWIND $rows AS row
MERGE (f:SchemaFile {name: row.name})
SET f.sha256 = row.sha256
