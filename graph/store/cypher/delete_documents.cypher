// Take these documents out of the store, with their claims, rejections and mentions
MATCH (document:Document)
WHERE document.id IN $ids
OPTIONAL MATCH (document)<-[:IN]-(part)
DETACH DELETE part, document
