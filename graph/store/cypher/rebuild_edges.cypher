// Make the edges of one relation say what their claims say
UNWIND $edges AS row
MATCH (claim:Claim {edge: row.id})-[:IN]->(document:Document)
WITH row, claim, document
ORDER BY $firmness[claim.modality], coalesce(claim.reported_on, date('0001-01-01')) DESC, claim.id
WITH row,
  collect(claim) AS claims,
  count(DISTINCT document) AS documents,
  min(claim.reported_on) AS first,
  max(claim.reported_on) AS last,
  min(claim.event_start) AS event_start,
  max(claim.event_end) AS event_end
WITH *, [claim IN claims WHERE claim.modality = claims[0].modality] AS firmest
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[edge:__RELATION__]->(target)
SET edge = {
  modality: claims[0].modality,
  claims: size(claims),
  documents: documents,
  asserted: size([claim IN claims WHERE claim.modality = 'asserted']),
  expected: size([claim IN claims WHERE claim.modality = 'expected']),
  possible: size([claim IN claims WHERE claim.modality = 'possible']),
  denied: size([claim IN claims WHERE claim.modality = 'denied']),
  reported: size([claim IN claims WHERE claim.reported]),
  quantity: [claim IN firmest WHERE claim.quantity IS NOT NULL | claim.quantity][0],
  value: [claim IN firmest WHERE claim.value IS NOT NULL | claim.value][0],
  currency: [claim IN firmest WHERE claim.value IS NOT NULL | claim.currency][0],
  first: first,
  last: last,
  event_start: event_start,
  event_end: event_end
}
