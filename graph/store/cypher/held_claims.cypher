// Every claim as it stands, with what it is tied to
MATCH (claim:Claim)
RETURN elementId(claim) AS key, claim.edge AS edge, properties(claim) AS said,
  [(claim)-[link]-(other) | [type(link), elementId(other), link.as]] AS links
