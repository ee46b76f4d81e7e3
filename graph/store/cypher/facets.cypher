// How many edges each choice of a filter would show, the other choices as they are
WITH claim.edge AS edge, collect([claim, document]) AS told
CALL (told) {
  UNWIND told AS each
  WITH each[0] AS claim, each[1] AS document
  WITH claim, document, __MISSES__ AS misses, [(claim)-[:ATTRIBUTED_TO]->(entity:Entity) | entity][0] AS speaker
  UNWIND [
      ['relations', claim.relation, null], ['modalities', claim.modality, null], ['reported', claim.reported, null],
      ['speakers', speaker.id, speaker.name], ['publishers', document.publisher, null], ['min_documents', null, null],
      ['min_confidence', 0, null]
    ] + [level IN $levels WHERE claim.confidence >= level | ['min_confidence', level, null]] AS choice
  WITH choice, CASE WHEN misses = [] OR misses = [choice[0]] THEN document END AS passing
  RETURN choice, count(passing) AS claims, count(DISTINCT passing) AS documents
}
WITH choice[0] AS facet, choice[2] AS name, claims, documents,
  CASE choice[0] WHEN 'min_documents' THEN documents ELSE choice[1] END AS value,
  claims > 0 AND (choice[0] = 'min_documents' OR documents >= $min_documents) AS seen
RETURN facet, value, name, sum(CASE WHEN seen THEN 1 ELSE 0 END) AS edges, sum(CASE WHEN seen THEN claims ELSE 0 END) AS claims
ORDER BY edges DESC, claims DESC, value
