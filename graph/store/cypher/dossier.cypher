// What an entity is known by elsewhere, and the ids that stand for it by judgement
MATCH (entity:Entity {id: $id})
RETURN coalesce(entity.same_as, []) AS same_as,
       COLLECT { MATCH (judged:Judged {canonical: $id}) WHERE judged.id <> $id RETURN judged.id ORDER BY judged.id } AS absorbed
