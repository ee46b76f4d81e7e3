// Take these documents out of the store, with their claims, rejections and mentions
MATCH (document:Document)
WHERE document.id IN $ids
WITH document, COLLECT { MATCH (document)<-[:IN]-(part) RETURN part } AS parts
FOREACH (part IN parts | DETACH DELETE part)
DETACH DELETE document
