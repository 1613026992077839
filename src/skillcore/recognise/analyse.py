"""From words to terms: what a label and a person's sentence have in common. One analyser per language."""

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from skillcore.recognise.lists import listed
from skillcore.recognise.words import STOP, Word, by_ear, key, known, lemma, words_of

PARTICLES = listed("""
        aan achter af bij binnen bloot buiten dicht door goed hard in klaar leiding leeg los mee na neer om
        onder op open over recht samen schoon stil stof tegen terug thuis toe uit vast vol voor voort vrij
        weg
    """)
LINKS = ("", "s", "en", "e", "n")
REACH = 8  # words between a verb and its particle
FUZZY_WORDS = 40  # unknown words per text that are looked up by likeness
HALF = 0.55  # weight of a compound and of its halves, beside a plain word's 1


class Analyser:
    """Knows the words of the names; cuts compounds, joins separable verbs, mends slips of the pen."""

    def __init__(self, language: str, names: Iterable[str]) -> None:
        self.language, self.dutch = language, language == "nl"
        self.forms = self._forms(names)
        self.keys = frozenset(key(form, language) for form in self.forms)
        self._sounds = {by_ear(form): form for form in sorted(self.forms, reverse=True)}
        self._by_first: dict[str, list[str]] = {}
        for form in sorted(self.forms):
            if len(form) > 4:
                self._by_first.setdefault(form[0], []).append(form)
        self._halves: dict[str, tuple[str, ...]] = {}

    def _forms(self, names: Iterable[str]) -> frozenset[str]:
        forms = {word.low for name in names for word in words_of(name)}
        return frozenset(form for form in forms if len(form) > 1)

    def terms(
        self, words: Sequence[Word], mend: dict[str, str] | None = None
    ) -> dict[str, tuple[float, tuple[int, ...]]]:
        """Term -> weight and the numbers of the words it stands on."""
        lows = [(mend or {}).get(word.low, word.low) for word in words]
        found: dict[str, tuple[float, tuple[int, ...]]] = {}
        joined = self._separable(lows) if self.dutch else {}
        for at, low in enumerate(lows):
            for term, weight in self._of_word(low):
                if weight > found.get(term, (0.0, ()))[0]:
                    found[term] = (weight, (at,))
        for term, places in joined.items():
            for part, weight in self._of_word(term):
                if weight > found.get(part, (0.0, ()))[0]:
                    found[part] = (weight, places)
        return found

    def _of_word(self, low: str) -> list[tuple[str, float]]:
        root = key(low, self.language)
        halves = self.halves(low) if self.dutch else tuple(low.split("-")) if "-" in low else ()
        if not halves:
            return [(root, 1.0)]
        return [(root, HALF), *((key(half, self.language), HALF) for half in halves)]

    # ── separable verbs ──────────────────────────────────────────────────────────────────────────────
    def _separable(self, lows: Sequence[str]) -> dict[str, tuple[int, ...]]:
        """maakt elke dag de kantoren schoon -> schoonmaken; schoon te maken -> schoonmaken."""
        found: dict[str, tuple[int, ...]] = {}
        for at, low in enumerate(lows):
            if low not in PARTICLES:
                continue
            if at + 2 < len(lows) and lows[at + 1] == "te" and (verb := self._verb(low, lows[at + 2])):
                found[verb] = (at, at + 2)
                continue
            if at + 1 < len(lows) and (verb := self._verb(low, lows[at + 1])):
                found[verb] = (at, at + 1)
            for back in range(at - 1, max(-1, at - REACH), -1):
                if verb := self._verb(low, lows[back]):
                    found[verb] = (back, at)
                    break
        return found

    def _verb(self, particle: str, word: str) -> str | None:
        stem = lemma(word, "nl")
        if word in PARTICLES or not stem.endswith("n") or len(stem) < 4:
            return None
        verb = particle + stem
        return verb if key(verb, "nl") in self.keys or known(verb, "nl") else None

    # ── compounds ────────────────────────────────────────────────────────────────────────────────────
    def halves(self, low: str) -> tuple[str, ...]:
        """heftruckchauffeurs -> (hef, truck, chauffeurs); () when unsure."""
        if len(low) < 8:
            return ()
        if low not in self._halves:
            cut = self._cut(low)
            self._halves[low] = tuple(part for half in cut for part in (self.halves(half) or (half,)))
        return self._halves[low]

    def _cut(self, low: str) -> tuple[str, ...]:
        for cut in range(3, len(low) - 3):
            tail = low[cut:]
            if not self._is_word(tail):
                continue
            for link in LINKS:
                head = low[:cut].removesuffix(link) if low[:cut].endswith(link) else ""
                if len(head) >= 3 and self._is_word(head):
                    return (head, tail)
        return ()

    def _is_word(self, part: str) -> bool:
        if len(part) < 3 or (len(part) == 3 and part not in self.forms) or part in STOP["nl"]:
            return False
        return part in self.forms or (len(part) > 3 and key(part, "nl") in self.keys and known(part, "nl"))

    # ── slips of the pen ─────────────────────────────────────────────────────────────────────────────
    def mended(self, words: Sequence[Word]) -> dict[str, str]:
        """Unknown words and what they most likely were meant to be."""
        found: dict[str, str] = {}
        left = FUZZY_WORDS
        for word in words:
            low = word.low
            if len(low) < 5 or low in found or left <= 0 or self._fine(low):
                continue
            left -= 1
            if meant := self._meant(low):
                found[low] = meant
        return found

    def _fine(self, low: str) -> bool:
        known_here = low in self.forms or known(low, self.language) or key(low, self.language) in self.keys
        return known_here or not low.isalpha() or bool(self.dutch and self.halves(low))

    def _meant(self, low: str) -> str | None:
        if self.dutch and (heard := self._sounds.get(by_ear(low))):
            return heard
        near = self._by_first.get(low[0], [])
        cutoff = 1 if len(low) < 8 else 2
        best = process.extractOne(low, near, scorer=OSA.distance, score_cutoff=cutoff)
        return str(best[0]) if best else None
