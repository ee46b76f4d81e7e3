// How many judgements of some kinds a person made since a moment and didn't take back
MATCH (judgement:Judgement)
WHERE judgement.place > 0 AND judgement.at >= $since AND judgement.by = $by AND judgement.undone IS NULL
  AND judgement.verdict IN $verdicts
RETURN count(judgement) AS number
