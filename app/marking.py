"""Where a query went wrong, for the editor to underline, and what can be done about it. No Streamlit."""

import re
from typing import Any

PLACE = re.compile(r"\(line (\d+), column (\d+)\)")
ADVICE = (
    (re.compile(r"Variable `.*` not defined"), "Name it in a MATCH before, or carry it on with WITH."),
    (re.compile(r"Unknown function"), "Ctrl+Space lists the functions that there are."),
    (re.compile(r"In a WITH/RETURN with DISTINCT or an aggregation"), "Group by what is ordered by, or order before."),
    (re.compile(r"Query cannot conclude with"), "End the query with RETURN and what is wanted."),
    (re.compile(r"Type mismatch"), "Turn it into what is expected, for instance with toInteger() or date()."),
    (re.compile(r"Invalid input"), "Something before it has no end, or a word is missing: ) ] } ' or a comma."),
)


def mark(query: str, message: str) -> dict[str, Any] | None:
    """The place in a query that an error's message names, as the editor takes it; None where it names none."""
    place = PLACE.search(message)
    if place is None:
        return None
    hint = advice(message)
    says = PLACE.sub("", message).strip() + (f"\n{hint}" if hint else "")
    return {"text": query, "line": int(place[1]), "column": int(place[2]), "says": says}


def advice(message: str) -> str:
    """What to do about an error of Neo4j; empty where its message says enough."""
    return next((hint for pattern, hint in ADVICE if pattern.search(message)), "")
