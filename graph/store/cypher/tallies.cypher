// The tallies of these edges
UNWIND $edges AS edge
MATCH (tally:Tally {edge: edge})
RETURN edge, tally.documents AS documents, tally.told AS told
