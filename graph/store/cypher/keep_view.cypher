// Keep a view under the digest of its content; one that is kept already stays as it is
MERGE (view:KeptView {id: $id})
ON CREATE SET view.content = $content, view.names = $names, view.made = $made
RETURN view {.*} AS view
