// Which of these documents the store holds, and in which wording
MATCH (document:Document)
WHERE document.id IN $ids
RETURN document.id AS id, document.fingerprint AS fingerprint
