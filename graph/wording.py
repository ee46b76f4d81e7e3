"""Words for people: numbers with their nouns, and words from outside made fit for a line."""


def plural(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 claim", "2,340 claims"; `many` where an s doesn't make the plural."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def acts_told(act: str, acts: int, claims: int) -> str:
    """How many claims tell of how many acts: "1 deal, 14 reports"; `act` is what one is called."""
    return f"{plural(acts, act)}, {plural(claims, 'report')}"


def sure(confidence: float) -> str:
    """A confidence of 0 to 1 as people say it: "82 % sure"."""
    return f"{round(100 * confidence)} % sure"


def one_line(text: str, longest: int) -> str:
    """Words from outside on one line: no control characters, white space as single spaces, an ellipsis where cut."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
