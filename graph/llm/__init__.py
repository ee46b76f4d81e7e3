"""An engine for those who run a language model: the same claims, read by any OpenAI-compatible endpoint."""
