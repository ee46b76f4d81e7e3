// Whether anything was ingested
RETURN EXISTS { (:Document) } AS some
