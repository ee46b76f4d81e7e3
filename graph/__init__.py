"""Entente: a graph of who does what to whom in defence and diplomacy, each edge with its sentence."""
