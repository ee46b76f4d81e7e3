// What was kept under a digest
MATCH (view:KeptView {id: $id})
RETURN view {.*} AS view
