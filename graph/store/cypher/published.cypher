// How many publishers there are, and over which days they published
MATCH (document:Document)
RETURN count(DISTINCT document.publisher) AS publishers, count(document.published) AS dated,
  min(document.published) AS first, max(document.published) AS last
