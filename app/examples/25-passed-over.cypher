// What did the reader see and pass over, and why?
MATCH (rejection:Rejection)
RETURN rejection.reason AS reason, count(*) AS times, collect(rejection.sentence)[..3] AS for_instance
ORDER BY times DESC, reason
