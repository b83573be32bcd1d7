// Evidence of an article.
UNWIND $rows AS row
MATCH (v:Evidence {article: row.article})-[:IN]->(s:Sentence)
RETURN v.id AS id, v.article AS article, v.factId AS factId, v.from AS from, v.type AS type, v.to AS to, v.docDate AS docDate,
  v.sentenceIndex AS sentenceIndex, v.start AS start, v.end AS end, v.certainty AS certainty, v.confidence AS confidence,
  v.claim AS claim, s.text AS sentence
