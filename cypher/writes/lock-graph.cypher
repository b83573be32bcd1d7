// Takes turns with every other writer of this graph: setting a property locks the node until the transaction ends, and
// what is read after it is what the writer before has committed.
UNWIND $rows AS row
MERGE (l:WriteLock {id: row.id})
SET l.isHeld = true
REMOVE l.isHeld
