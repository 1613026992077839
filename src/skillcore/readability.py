"""How hard is a Dutch text to read: rules that a writer can act on, two classic formulas, and an estimate of LiNT-II.

Rules W1, W4, W6, W11, W20 and the formulas are those of the design's page on readability. Formulas measure form
only; they are a smoke alarm, not a judgement. Sources: Douma 1960 (Flesch for Dutch), Brouwer 1963 (Leesindex A),
Pander Maat, Kleijn & Frissen 2023 (LiNT-II: the coefficients).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Zipf = Callable[[str], float]

MEAN_WORDS, MOST_WORDS = 12, 18
ENOUGH_WORDS, ENOUGH_SENTENCES = 50, 3
LEVELS = (34.0, 46.0, 58.0)
SCHOOL = frozenset("toets toetsen cijfer cijfers onvoldoende huiswerk juf rapportcijfer proefwerk".split())
_ABBREVIATIONS = re.compile(r"\b(bijv|o\.a|d\.w\.z|enz|dhr|mevr|nr|ca|blz)\.", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_VOWELS = re.compile(r"aai|eeu|ieu|ooi|oei|aa|ee|ie|oo|uu|oe|eu|ij|ei|au|ou|ui|[aeiouy]")
_DIAERESIS = str.maketrans(
    {"ë": "#e", "ï": "#i", "ö": "#o", "ü": "#u", "ä": "#a", "é": "e", "è": "e", "ê": "e", "á": "a"}
)
_LOANS = {"team": 1, "tool": 1, "computer": 3, "laptop": 2, "online": 2, "e-mail": 2, "coach": 1, "skills": 1}
_SUBORDINATE = frozenset(
    "die dat omdat zodat terwijl als wanneer want maar en of dus wat wie waar hoe nadat voordat".split()
)
_ABSTRACT = re.compile(r"(heid|ing|atie|iteit|schap|isme|nis|te)(en|s)?$")
_DETERMINERS = frozenset("de het een je jouw mijn zijn haar hun ons onze deze dit die dat geen elke iedere uw".split())
FUNCTION_WORDS = (
    _DETERMINERS
    | _SUBORDINATE
    | frozenset(
        "ik jij u hij zij ze we wij jullie hen hem me mij zich er hier daar niet wel ook al nog nu dan"
        " toen toch maar even in op aan van voor met bij naar uit om te door over onder tot na tegen tussen zonder is ben bent"
        " was waren zijn heb hebt heeft had hadden hebben word wordt worden werd kan kun kunt kunnen kon mag mogen moet moeten"
        " wil wilt willen zal zullen zou ga gaat gaan doe doet doen iets iemand niets niemand alles veel meer minder elk"
        " ander andere zo hoe waar waarom welke ja nee bijvoorbeeld eerst daarna altijd nooit soms".split()
    )
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a sentence breaks, and what to do about it."""

    rule: str
    sentence: str
    advice: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.advice} («{self.sentence}»)"


@dataclass(frozen=True, slots=True)
class Estimate:
    """LiNT-schatting: a score of 0 to 100 (higher is harder) and its level, 1 to 4."""

    score: float
    level: int


def sentences(text: str) -> list[str]:
    plain = _ABBREVIATIONS.sub(lambda found: found[0].replace(".", ""), text)
    return [part.strip() for part in _END.split(plain) if _WORD.search(part)]


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Groups of vowels, longest first; a diaeresis begins a new syllable."""
    low = word.lower()
    if low in _LOANS:
        return _LOANS[low]
    return max(1, sum(len(_VOWELS.findall(part)) for part in re.split(r"[#-]", low.translate(_DIAERESIS))))


def _lengths(text: str) -> tuple[float, float]:
    """Words per sentence, syllables per word."""
    found = words(text)
    return len(found) / max(1, len(sentences(text))), sum(map(syllables, found)) / max(1, len(found))


def flesch_douma(text: str) -> float:
    """0 very hard … 100 very easy (Douma)."""
    per_sentence, per_word = _lengths(text)
    return 206.835 - 0.93 * per_sentence - 77 * per_word


def leesindex_a(text: str) -> float:
    """0 very hard … 100 very easy (Brouwer)."""
    per_sentence, per_word = _lengths(text)
    return 195 - 2 / 3 * 100 * per_word - 2 * per_sentence


def faults(text: str, *, deny: Mapping[str, str]) -> list[Fault]:
    """Every rule that a text for clients breaks. `deny` maps a hard word to a plain one."""
    found = [fault for sentence in sentences(text) for fault in _of_sentence(sentence, deny)]
    lengths = [len(words(sentence)) for sentence in sentences(text)]
    if len(lengths) >= ENOUGH_SENTENCES and sum(lengths) / len(lengths) > MEAN_WORDS:
        found.append(Fault("W1", text[:60], f"schrijf gemiddeld hooguit {MEAN_WORDS} woorden in een zin"))
    low = [word.lower() for word in words(text)]
    if {"je", "jij", "jouw"} & set(low) and {"u", "uw"} & set(low):
        found.append(Fault("W4", text[:60], "kies 'je' of 'u', niet allebei"))
    return found


def _of_sentence(sentence: str, deny: Mapping[str, str]) -> list[Fault]:
    found, low = [], [word.lower() for word in words(sentence)]
    if len(low) > MOST_WORDS:
        found.append(Fault("W1", sentence, f"{len(low)} woorden; maak er twee zinnen van"))
    joined = f" {' '.join(low)} "
    for hard, plain in deny.items():
        if f" {hard} " in joined:
            found.append(Fault("W6", sentence, f"'{hard}' is moeilijk; schrijf '{plain}'"))
    marks = set(low) - ({"cijfer", "cijfers"} if re.search(r"\d \w* ?cijfers?\b", sentence) else set())
    found += [Fault("W20", sentence, f"'{school}' is een schoolwoord") for school in sorted(SCHOOL & marks)]
    if re.search(r"\bniet on\w{4,}", sentence.lower()):
        found.append(Fault("W11", sentence, "twee keer 'niet' is moeilijk; zeg het gewoon"))
    return found


def lint_estimate(text: str, zipf: Zipf) -> Estimate | None:
    """LiNT-II with rough stand-ins for its parser; None when the text is too short to measure.

    F mean word frequency (Zipf) of content words; D 0.35 × sentence length for the longest dependency; C content
    words per clause, clauses counted by their joining words; N share of nouns without an abstract ending.
    """
    parts = sentences(text)
    found = [[word.lower() for word in words(part)] for part in parts]
    content = [word for part in found for word in part if word not in FUNCTION_WORDS and len(word) > 1]
    if sum(map(len, found)) < ENOUGH_WORDS or len(parts) < ENOUGH_SENTENCES or not content:
        return None
    frequency = sum(max(zipf(word), 1.0) for word in content) / len(content)
    distance = sum(0.35 * len(part) for part in found) / len(parts)
    clauses = sum(1 + sum(word in _SUBORDINATE for word in part[1:]) for part in found)
    score = 100 - (
        -4.20782
        + 17.283729 * frequency
        - 1.624415 * distance
        - 2.536780 * len(content) / clauses
        + 16.001231 * _concrete_share(found)
    )
    bounded = min(100.0, max(0.0, score))
    return Estimate(round(bounded, 1), 1 + sum(bounded >= limit for limit in LEVELS))


def _concrete_share(found: list[list[str]]) -> float:
    """Of the words that follow an article or the like, the share without an abstract ending."""
    nouns = [
        part[i + 1]
        for part in found
        for i in range(len(part) - 1)
        if part[i] in _DETERMINERS and part[i + 1] not in FUNCTION_WORDS
    ]
    return sum(not _ABSTRACT.search(noun) for noun in nouns) / len(nouns) if nouns else 0.5
