"""What a language model was asked for, and what that cost."""

from dataclasses import dataclass, replace

from graph.llm.cache import Reply
from graph.wording import plural


@dataclass(frozen=True, slots=True)
class Usage:
    """Requests answered and tokens paid in this run, and the answers that were kept from before.

    `prices` are for a million tokens in and out; None where they are unknown.
    """

    prices: tuple[float, float] | None = None
    asked: int = 0
    kept: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def cost(self) -> float | None:
        """What the run cost so far, in the currency of the prices; None where they are unknown."""
        if self.prices is None:
            return None
        return (self.tokens_in * self.prices[0] + self.tokens_out * self.prices[1]) / 1e6

    def paid(self, reply: Reply) -> "Usage":
        """The same with one more answer of the endpoint."""
        tokens_in, tokens_out = self.tokens_in + reply.tokens_in, self.tokens_out + reply.tokens_out
        return replace(self, asked=self.asked + 1, tokens_in=tokens_in, tokens_out=tokens_out)

    def reused(self) -> "Usage":
        """The same with one more answer from the cache."""
        return replace(self, kept=self.kept + 1)

    def __str__(self) -> str:
        parts = f"{plural(self.asked, 'answer')}, {self.kept:,} from the cache; {self.tokens_in:,} tokens in, {self.tokens_out:,} out"
        return parts if self.cost is None else f"{parts}; cost {self.cost:,.4f}"
