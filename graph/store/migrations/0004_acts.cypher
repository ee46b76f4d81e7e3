// The acts that claims are of, and tallies of much reported edges. All edges are then made anew.
CREATE CONSTRAINT tally_edge IF NOT EXISTS FOR (tally:Tally) REQUIRE tally.edge IS UNIQUE;
CREATE INDEX claim_act IF NOT EXISTS FOR (claim:Claim) ON (claim.act);
