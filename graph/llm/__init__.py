"""An engine for those who run a language model: the same claims, read by any OpenAI-compatible endpoint.

passages (a long text in parts) -> prompt (prompt.yml and the schema's own lists) -> client (the endpoint, with patience)
and cache (what was answered before) -> answer (the JSON, read) -> claims: each looked up in the text (places), its ends
named as offline (ends), its amounts and dates read as offline (details), or rejected; engine leads the way, usage counts.
"""
