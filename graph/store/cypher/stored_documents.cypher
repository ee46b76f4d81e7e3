// What the store holds of these documents, and older versions read from the same source
UNWIND $rows AS row
MATCH (document:Document {id: row.id})
RETURN row.id AS id, document.id AS stored, document.fingerprint AS fingerprint
UNION
UNWIND $rows AS row
MATCH (document:Document {source: row.source})
WHERE document.id <> row.id
RETURN row.id AS id, document.id AS stored, document.fingerprint AS fingerprint
