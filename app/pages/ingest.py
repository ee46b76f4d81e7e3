"""Ingest: to come."""

import streamlit as st


def page() -> None:
    """Draw the page."""
    st.header("Ingest")
