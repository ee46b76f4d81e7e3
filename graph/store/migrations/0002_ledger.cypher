// What people judged, and what follows for each id. Statements with __LINK__ are run once for every tie to an entity.
CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (judgement:Judgement) REQUIRE judgement.id IS UNIQUE;
CREATE CONSTRAINT judgement_place IF NOT EXISTS FOR (judgement:Judgement) REQUIRE judgement.place IS UNIQUE;
CREATE CONSTRAINT judged_id IF NOT EXISTS FOR (judged:Judged) REQUIRE judged.id IS UNIQUE;
CREATE INDEX judged_canonical IF NOT EXISTS FOR (judged:Judged) ON (judged.canonical);
CREATE INDEX said_by___LINK__ IF NOT EXISTS FOR ()-[link:__LINK__]-() ON (link.as);

CREATE INDEX judgement_left IF NOT EXISTS FOR (judgement:Judgement) ON (judgement.left);
CREATE INDEX judgement_right IF NOT EXISTS FOR (judgement:Judgement) ON (judgement.right);
CREATE INDEX judgement_claim IF NOT EXISTS FOR (judgement:Judgement) ON (judgement.claim);
CREATE INDEX judgement_document IF NOT EXISTS FOR (judgement:Judgement) ON (judgement.document);
