"""Steps inside noun phrases: the name before "-made", what a name stands before, an office and who holds it."""

from graph.extract.sentences import Word
from graph.extract.subjects import conjuncts, grammatical_subject
from graph.extract.vocabulary import load_vocabulary

HYPHENS = frozenset("-‐‑–")
MODIFYING = frozenset({"amod", "compound", "nmod", "poss", "npadvmod", "nummod", "det", "dep", "advmod"})
REACH = 7
DATELINE = 5  # letters: "US" and "NATO" are always in capitals
OFFICE_LINKS = frozenset({"of", "for", "the", "and", ",", "&"})


def neighbour(word: Word, distance: int) -> Word | None:
    """The word so many places to the right (left where negative), None beyond the sentence."""
    if word.sentence is None:
        return None
    place = word.index - word.sentence.words[0].index + distance
    return word.sentence.words[place] if 0 <= place < len(word.sentence.words) else None


def prefix(word: Word) -> list[Word]:
    """The word that a participle is hyphened to, or follows: "Israel" in "Israel-based", "Chinese" in "Chinese made"."""
    before = neighbour(word, -1)
    if before is not None and before.text in HYPHENS:
        before = neighbour(word, -2)
    return [before] if before is not None and before.text[:1].isupper() else []


def makers(word: Word) -> list[Word]:
    """Who a thing is said to be made by before its name: "Israel" of "Israeli-made drones"."""
    made = [child for child in word.having("amod", "compound", "nmod") if child.lower in ("made", "built", "supplied")]
    return [maker for child in made for maker in prefix(child)]


def described(word: Word) -> list[Word]:
    """The nouns that a participle before them describes, whatever the parser hung it on."""
    above = word.head
    while above is not None and above.index > word.index:
        if above.is_noun and above.dep not in ("compound", "amod", "nmod"):
            return conjuncts(above)
        above = above.head
    return _next_noun(word)


def _next_noun(word: Word) -> list[Word]:
    for distance in range(1, REACH):
        follower = neighbour(word, distance)
        if follower is None or follower.text in ",;.":
            return []
        if follower.is_noun:
            while follower.dep == "compound" and follower.head is not None and follower.head.index > follower.index:
                follower = follower.head
            return conjuncts(follower)
    return []


def modified(word: Word) -> list[Word]:
    """The nouns that the word stands before, nearest first: "Baykar" and "drones" of "Turkish Baykar drones"."""
    found, below = [], word
    while below.head is not None and below.dep in MODIFYING:
        below = below.head
        found.append(below)
    return found


def partner(word: Word) -> list[Word]:
    """The second name of a hyphened pair: "Pakistan" of "India-Pakistan war"."""
    between, after = neighbour(word, 1), neighbour(word, 2)
    return [after] if between is not None and between.text in HYPHENS and after is not None else []


def pair_noun(word: Word) -> list[Word]:
    """The noun that a hyphened pair of names stands before: "war" of "India-Pakistan border war"."""
    second = partner(word)
    return (
        []
        if not second
        else [other for distance in (1, 2, 3) if (other := neighbour(second[0], distance)) and other.is_noun]
    )


def topic(word: Word) -> list[Word]:
    """The last named subject before the word, whom the clause is about though it doesn't say so."""
    before = [other for other in (word.sentence.words if word.sentence else []) if other.index < word.index]
    subjects = [other for other in before if other.dep in ("nsubj", "nsubjpass") and other.pos == "PROPN"]
    return subjects[-1:]


def bearers(office: Word) -> list[Word]:
    """Who holds an office: "President Putin", "Putin, the president of Russia", "Putin is the president"."""
    found = [office]
    above: Word | None = office
    while above is not None and above.dep in ("compound", "nmod") and above.head is not None:
        above = above.head
        found.append(above)
    led = [noun for phrase in office.having("prep") for noun in phrase.having("pobj")]
    for equated in (office, *led):  # "the chief of Saab, Jan Novak," hangs the name on either
        found += [noun for child in equated.having("appos") for noun in conjuncts(child)]
    if office.dep == "appos" and office.head is not None:
        found.append(office.head)
    if office.dep == "attr" and office.head is not None:
        found += grammatical_subject(office.head)
    return found


def realms(office: Word) -> list[Word]:
    """What is led from an office: its possessor, what follows "of", the names and adjectives before it."""
    found = [
        noun for phrase in office.having("prep") if phrase.lower in ("of", "for") for noun in phrase.having("pobj")
    ]
    if found and not any(noun.lower in load_vocabulary().office_topics for noun in found):
        return found
    holders = [word for word in bearers(office) if word.index >= office.index]
    found = [
        noun
        for holder in holders
        for phrase in holder.having("prep")
        if phrase.lower == "of"
        for noun in phrase.having("pobj")
    ]
    return _realms_among([*found, *words_before_office(office)])


def words_before_office(office: Word) -> list[Word]:
    """The names and adjectives before an office: "Saudi" of "Saudi Minister of Planning Ali Amin"."""
    found: list[Word] = []
    for holder in bearers(office):
        for child in holder.having("poss", "amod", "compound", "nmod") if holder.index >= office.index else []:
            if child.index < office.index:
                found += [child, *child.having("amod", "compound", "nmod", "poss")]
    return _realms_among(found)


def _realms_among(words: list[Word]) -> list[Word]:
    topics = load_vocabulary().office_topics
    return [word for word in dict.fromkeys(words) if word.lower not in topics and not _is_dateline(word)]


def _is_dateline(word: Word) -> bool:
    """Whether the word is where a report comes from: "SEOUL" of "SEOUL President Ana Paz spoke"."""
    return neighbour(word, -1) is None and word.text.isupper() and len(word.text) >= DATELINE


def shared_realms(office: Word) -> list[Word]:
    """What is led by whom the holder is joined to: "Malian" of "Malian President Ali Amin and Foreign Minister Jan Novak"."""
    joined = [holder.head for holder in bearers(office) if holder.dep == "conj" and holder.head is not None]
    found = [child for other in joined for child in other.having("poss", "amod", "compound", "nmod")]
    found += [inner for child in found for inner in child.having("poss", "amod", "compound", "nmod")]
    return _realms_among(found)


def followers(office: Word) -> list[Word]:
    """The name right after an office, whatever the parser made of it: "Minister of Trade Jan Novak"."""
    after = neighbour(office, 1)
    for distance in range(2, REACH):
        if after is None or not (after.lower in OFFICE_LINKS or after.lower in load_vocabulary().office_topics):
            break
        after = neighbour(office, distance)
    if after is None or not after.text[:1].isupper():
        return []
    return [after, *([after.head] if after.dep in ("compound", "nmod") and after.head is not None else [])]


def spoken_for(office: Word) -> list[Word]:
    """Who acts in what an office-holder of no named realm says: "Peru will pay, Foreign Minister Ana Paz said"."""
    if realms(office):
        return []
    verbs = [holder.head for holder in bearers(office) if holder.dep == "nsubj" and holder.head is not None]
    said = [
        clause for verb in verbs if verb.lemma in (*load_vocabulary().saying, "tell") for clause in verb.having("ccomp")
    ]
    return [subject for clause in said for subject in clause.having("nsubj") if subject.pos == "PROPN"]


def before(word: Word) -> list[Word]:
    """The three words before it."""
    return [other for distance in (-3, -2, -1) if (other := neighbour(word, distance)) is not None]
