"""Cut a text into clauses: pieces that say one thing about one person. Places refer to the whole text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from skillcore.recognise.lists import listed
from skillcore.recognise.words import Word, key, known, lemma, words_of

CAP = 24_000  # letters that are read; a text that is longer is read from its start
MOST = 400  # clauses
LONGEST = 28  # words in one clause; longer ones are cut
SENTENCE = re.compile(r"(?<=[.!?…])\s+|[\n\r;•·●▪►✓|\t]+|\s[-–—*]\s|:\s")
JOINTS = {
    "nl": listed("""
            en maar want omdat dus terwijl zodat toen daarna daarnaast verder als dat of tot nadat voordat
            hoewel
        """),
    "en": listed("and but because so while when then that or if after before although whereas"),
}
SUBJECTS = {
    "nl": listed("ik we wij hij zij ze je jij u mijn"),
    "en": listed("i i'm i've i'd we he she they you my"),
}


@dataclass(frozen=True, slots=True)
class Clause:
    """text[start:end]; `joint` is the word that ties it to the one before, "" at the start of a sentence."""

    text: str
    start: int
    end: int
    sentence: int
    joint: str
    words: tuple[Word, ...]

    @property
    def lows(self) -> tuple[str, ...]:
        return tuple(word.low for word in self.words)


def clauses_of(text: str, language: str) -> list[Clause]:
    """Clauses in order, at most MOST, from the first CAP letters."""
    found: list[Clause] = []
    for number, (start, end) in enumerate(_sentences(text[:CAP])):
        for clause in _split(text, start, end, number, language):
            found.append(clause)
            if len(found) >= MOST:
                return found
    return found


def whole(text: str) -> list[Clause]:
    """The text as one clause, whoever speaks; [] for a text without words."""
    words = tuple(words_of(text[:CAP]))
    return [Clause(text, words[0].start, words[-1].end, 0, "", words)] if words else []


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in SENTENCE.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def _split(text: str, start: int, end: int, number: int, language: str) -> Iterator[Clause]:
    words = words_of(text, start, end)
    if not words:
        return
    cuts = [(0, ""), *_cuts(text, words, language), (len(words), "")]
    for (first, joint), (last, _) in pairwise(cuts):
        inside = words[first:last]
        skip = 1 if len(inside) > 1 and inside[0].low == joint else 0
        for piece in _windows(inside[skip:]):
            yield Clause(
                text[piece[0].start : piece[-1].end], piece[0].start, piece[-1].end, number, joint, tuple(piece)
            )


def _windows(words: list[Word]) -> Iterator[list[Word]]:
    for start in range(0, len(words), LONGEST):
        yield words[start : start + LONGEST]


def _cuts(text: str, words: list[Word], language: str) -> Iterator[tuple[int, str]]:
    """Where a new clause starts: at a comma or joining word, when what follows can stand by itself."""
    last = 0
    for at in range(1, len(words)):
        gap = text[words[at - 1].end : words[at].start]
        joint = words[at].low if words[at].low in JOINTS[language] else ""
        if not joint and "," not in gap and "(" not in gap:
            continue
        rest = words[at + bool(joint) :]
        if (
            at - last >= 1
            and _stands(words[last:at], language)
            and _stands(_until_joint(rest, text, language), language)
        ):
            yield at, joint or ","
            last = at


def _until_joint(words: list[Word], text: str, language: str) -> list[Word]:
    for at in range(1, len(words)):
        if words[at].low in JOINTS[language] or "," in text[words[at - 1].end : words[at].start]:
            return words[:at]
    return words


def _stands(words: list[Word], language: str) -> bool:
    """Has a subject or a verb of its own."""
    lows = [word.low for word in words]
    return any(low in SUBJECTS[language] or is_verb(low, language) for low in lows)


VERBS_EN = listed("""
        am is are was were have has had do does did can could will would must make made take took help
        worked work used use clean cleaned cook cooked drive drove sell sold care repair repaired fix fixed
        build built write wrote teach taught
    """)
NO_VERB = listed("""
        mensen jongen eten leven zaken tussen binnen buiten boven beneden samen morgen heden eigen even
    """)


def is_verb(low: str, language: str) -> bool:
    """Whether a word looks like a form of a verb: its dictionary form ends as an infinitive does."""
    if language == "en":
        return low in VERBS_EN or (low.endswith(("ing", "ed")) and len(low) > 4)
    if low in NO_VERB:
        return False
    form = lemma(low, "nl")
    return (
        form.endswith(("en", "gaan", "doen", "zien", "staan", "slaan", "zijn"))
        and len(form) > 3
        and key(low, "nl") != low
    )


def is_finite(low: str, language: str) -> bool:
    """Whether a word looks like a verb with a subject: kookt, doet, werkte; not koken."""
    if language == "en":
        return low in VERBS_EN or (low.endswith("s") and lemma(low, "en") != low and known(low, "en"))
    return is_verb(low, language) and lemma(low, "nl") != low


__all__ = ["CAP", "Clause", "clauses_of", "is_finite", "is_verb", "whole"]
