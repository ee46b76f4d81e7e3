"""What a lexicon file may say about a name; anything else in a file is refused when it is read."""

from pydantic import BaseModel, ConfigDict, Field, model_validator

Names = tuple[str, ...]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class State(_Strict):
    """A sovereign state and the many words that stand for it.

    `adjectives` and `people` are its demonyms (people defaults to the adjective in the plural); `capital` and `seats`
    stand for its government; `organs` are services and ministries with names of their own; `epithets` are noun phrases
    that may refer to it ("kingdom"), `regions` the adjectives of "the African country".
    """

    name: str
    aliases: Names = ()
    adjectives: Names = ()
    people: Names = ()
    capital: Names = ()
    seats: Names = ()
    organs: Names = ()
    epithets: Names = ()
    regions: Names = ()

    @property
    def demonym(self) -> str:
        """The adjective that goes before a noun, "Moroccan"; the name itself where there is none."""
        return self.adjectives[0] if self.adjectives else self.name


class System(_Strict):
    """A weapon, platform, sensor or munition: `maker` is a firm's name or a state's alpha-3, `family` a system's name."""

    name: str
    maker: str | None = None
    aliases: Names = ()
    family: str | None = None


class Heads(_Strict):
    """Nouns that head noun phrases, by what they stand for; all in lower-case lemmas, phrases by their words."""

    systems: dict[str, Names]
    uncountable: Names
    modifiers: Names
    loose: Names
    trade: Names
    quantities: Names
    organs: Names
    bare_organs: Names
    officials: Names
    states: Names
    firms: Names
    groups: Names
    fighters: Names
    aviation: Names
    peoples: Names
    places: Names
    agreements: Names
    events: Names
    pairs: Names
    place_prepositions: Names
    place_verbs: Names
    place_nouns: Names
    guests: Names
    called: dict[str, Names]


class Titles(_Strict):
    """Words before a person's name: offices, ranks and courtesies."""

    offices: Names
    ranks: Names
    courtesies: Names
    ship_prefixes: dict[str, str | None] = Field(description="prefix of a ship's name: alpha-3 of the navy")


class Suffixes(_Strict):
    """Words that give a name's type away: `tails` end it, `starts` begin it, `joints` and `links` hold it together.

    `openers` and `participles` (of "Israeli-made") stand before a name and are no part of it.
    """

    tails: dict[str, Names]
    starts: dict[str, Names]
    joints: dict[str, Names]
    links: dict[str, Names]
    openers: Names
    participles: Names

    def __hash__(self) -> int:
        return hash((self.openers, self.participles))


class Sense(_Strict):
    """Something else that a name may stand for: where a cue stands in the text, or one of the words beside the name."""

    type: str
    name: str
    cues: Names = ()
    before: Names = ()
    after: Names = ()

    @model_validator(mode="after")
    def _whole(self) -> "Sense":
        if not (self.cues or self.before or self.after):
            raise ValueError("a sense needs cues, or words before or after the name")
        return self


class Homonyms(_Strict):
    """Names that several things share: the `senses` of each, and the `regions` after towns that are called like states."""

    regions: Names
    senses: dict[str, tuple[Sense, ...]]


class Doubtful(_Strict):
    """Names that are ordinary words as well (`words`), or that we leave out (`ignored`)."""

    words: Names
    ignored: Names
