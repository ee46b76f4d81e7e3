// Which of these ids some text names, by links of one kind
UNWIND $ids AS id
WITH id
WHERE EXISTS { ()-[:__LINK__ {as: id}]->() } OR EXISTS { (:Entity {id: id})<-[own:__LINK__ WHERE own.as IS NULL]-() }
RETURN id
