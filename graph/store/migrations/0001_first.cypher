// Identity, names and dates of the first store. Statements end with a semicolon; each is run once for every __TYPE__.
CREATE CONSTRAINT schema_id IF NOT EXISTS FOR (schema:Schema) REQUIRE schema.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (entity:Entity) REQUIRE entity.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (claim:Claim) REQUIRE claim.id IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (document:Document) REQUIRE document.id IS UNIQUE;

CREATE INDEX entity_name IF NOT EXISTS FOR (entity:Entity) ON (entity.name);
CREATE INDEX name_of___TYPE__ IF NOT EXISTS FOR (entity:__TYPE__) ON (entity.name);
CREATE INDEX document_source IF NOT EXISTS FOR (document:Document) ON (document.source);
CREATE INDEX document_published IF NOT EXISTS FOR (document:Document) ON (document.published);
CREATE INDEX claim_edge IF NOT EXISTS FOR (claim:Claim) ON (claim.edge);
CREATE INDEX claim_reported_on IF NOT EXISTS FOR (claim:Claim) ON (claim.reported_on);
CREATE INDEX claim_event_start IF NOT EXISTS FOR (claim:Claim) ON (claim.event_start);

CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (entity:Entity) ON EACH [entity.name, entity.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX claim_sentences IF NOT EXISTS FOR (claim:Claim) ON EACH [claim.sentence]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: true}};
