// How are two people, states or organisations connected? The shortest chain of facts between them, at most six long.
// The fact types are named: what merely stands in the same article connects nobody.
// :param from => "Marco Rubio"
// :param to => "Dmitry Peskov"
MATCH (a:Entity), (b:Entity)
WHERE a.name = $from AND b.name = $to AND a <> b
MATCH path = shortestPath((a)-[:ACCUSED|AGENCY_OF|AIDE_TO|ALLY_OF|APPOINTED|ATTACKED|AT_WAR_WITH|CALLED|CLASHED_WITH|
  CONCEDED_TO|COOPERATES_WITH|DETAINED|DISMISSED|EXPELLED|HOLDS_OFFICE|HOSTED|LEADS|MEDIATED|MEMBER_OF|MET_WITH|
  MOBILISED_AGAINST|NEGOTIATES_WITH|OFFICE_OF|OPPOSES|PARTICIPANT_IN|PARTY_TO|PRESSURES|PROTESTED_AGAINST|
  PROVIDES_AID_TO|REPRESENTS|SANCTIONS|SEEKS_BETTER_TIES_WITH|SENT|SIGNED|SPOKESPERSON_FOR|SUPPORTS|SUSPENDED_AID_TO|
  THREATENED|TRAVELLED_TO|WORKED_UNDER*..6]-(b))
RETURN a.name AS from, b.name AS to, length(path) AS steps,
  [n IN nodes(path) | n.name] AS chain,
  [r IN relationships(path) | type(r)] AS facts,
  [r IN relationships(path) | r.sentence] AS sentences
ORDER BY steps, chain
