"""Numbers with their nouns, as people read them."""


def plural(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 claim", "2,340 claims"; `many` where an s doesn't make the plural."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
