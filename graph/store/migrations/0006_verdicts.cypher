// Claims that people judged wrong, found by their verdict: no count takes them in.
CREATE INDEX judged_verdict IF NOT EXISTS FOR (judged:Judged) ON (judged.verdict);
