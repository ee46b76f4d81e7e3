// Take out the tallies of these edges
UNWIND $edges AS edge
MATCH (tally:Tally {edge: edge})
DELETE tally
