// What people decided about resolution, against or beyond the rules.
UNWIND $rows AS row
MATCH (d:Decision)
WHERE d.kind IN row.kinds
RETURN d.first AS first, d.second AS second, d.kind AS kind
ORDER BY first, second
