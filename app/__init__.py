"""The Streamlit explorer: browse, read the evidence, ask Cypher, ingest."""
