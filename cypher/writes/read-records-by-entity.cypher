// Records that are resolved to one entity.
UNWIND $rows AS row
MATCH (r:Record {entity: row.entity})
RETURN r.id AS id, r.article AS article, r.localId AS localId, r.entity AS entity, r.rule AS rule, r.reason AS reason,
  r.docDate AS docDate, r.mentionCount AS mentionCount, r.parties AS parties,
  r.claim AS claim
