"""Doors as HTML inside cards."""

from html import escape


def door(kind: str, id: str, shown: str, *, claim: str | None = None, title: str = "", css: str = "door") -> str:
    """A door as HTML inside a card: `shown` is HTML, `kind` one that `app.doors.follow` knows; it works where `listen` hears it."""
    about = f' data-claim="{escape(claim)}"' if claim else ""
    says = f' title="{escape(title)}"' if title else ""
    return (
        f'<button type="button" class="{escape(css)}" data-door="{escape(kind)}" data-id="{escape(id)}"{about}{says}>'
        f"{shown}</button>"
    )
